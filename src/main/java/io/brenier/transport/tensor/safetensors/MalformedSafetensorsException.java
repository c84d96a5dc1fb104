package io.brenier.transport.tensor.safetensors;

/** Bytes that are no safetensors file of floats: cut short, inconsistent or of another kind. */
public final class MalformedSafetensorsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MalformedSafetensorsException(String message) {
        super(message);
    }
}
