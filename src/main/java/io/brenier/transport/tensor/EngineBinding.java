package io.brenier.transport.tensor;

/** What an engine needs beyond DJL's common interface. Found by {@link java.util.ServiceLoader}. */
public interface EngineBinding {

    /** The engine's name in DJL. */
    String engineName();

    /** Sets the engine's process-wide settings that the user has not set; called once, before its first operation. */
    void configure();

    /** Switches the recording of derivatives off on the calling thread: all derivatives are written out. */
    void leaveGradientsOut();
}
