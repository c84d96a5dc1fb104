package io.brenier.transport.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The one engine of this process. It starts at first use, which loads its natives: seconds, or more where they are unpacked. */
public final class TensorEngine {

    private static final EngineBinding BINDING = ServiceLoader.load(
                    EngineBinding.class, TensorEngine.class.getClassLoader())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no tensor engine is on the class path"));

    // The one place that chooses a device.
    private static volatile Device device = Device.cpu();

    private static volatile @Nullable Engine engine;

    private TensorEngine() {}

    /** Starts the engine unless it runs already, and says what it is. */
    public static EngineInfo start() {
        engine();
        return info();
    }

    /**
     * As {@link #start}, with all tensors on the machine's first GPU; before anything else of the engine is used.
     *
     * @throws IllegalStateException if the engine sees no GPU, or runs already
     */
    public static synchronized EngineInfo startOnGpu() {
        if (engine != null) {
            throw new IllegalStateException("the engine runs already, on " + device);
        }
        if (startOnce().getGpuCount() == 0) {
            throw new IllegalStateException(
                    "the engine sees no GPU: it needs the CUDA natives, the driver and a device that this process may use");
        }
        device = Device.gpu();
        return info();
    }

    /** What the engine is; starts nothing. */
    public static EngineInfo info() {
        Engine running = engine;
        String version = running == null ? "" : running.getVersion();
        return new EngineInfo(BINDING.engineName(), version, device.toString().replace("()", ""), running != null);
    }

    /** Whether tensors lie in the processor's own memory. */
    public static boolean isOnCpu() {
        return !device.isGpu();
    }

    /** A manager of its own for arrays that live until it is closed. */
    public static NDManager newManager() {
        return engine().newBaseManager(device);
    }

    /** Prepares the calling thread; cheap enough for every call. */
    static void enter() {
        engine();
        BINDING.leaveGradientsOut();
    }

    private static Engine engine() {
        Engine running = engine;
        return running == null ? startOnce() : running;
    }

    private static synchronized Engine startOnce() {
        Engine running = engine;
        if (running == null) {
            BINDING.configure();
            running = Engine.getEngine(BINDING.engineName());
            engine = running;
        }
        return running;
    }
}
