package io.brenier.transport.network.curve;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.brenier.transport.tensor.TensorScope;
import java.util.HashMap;
import java.util.Map;

/** Numbers as arrays of the engine, each made once: a Java number becomes an array anew at every call. They live as long as the manager. */
public final class EngineNumbers {

    private final NDManager manager;
    private final DataType type;
    private final Map<Double, NDArray> known = new HashMap<>();

    public EngineNumbers(NDManager manager, DataType type) {
        this.manager = manager;
        this.type = type;
    }

    public NDArray of(double value) {
        return known.computeIfAbsent(value, this::create);
    }

    /** 1/(1 + e^−a). */
    public static NDArray sigmoid(NDArray a) {
        return a.getNDArrayInternal().sigmoid();
    }

    private NDArray create(double value) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.keep(type == DataType.FLOAT64 ? manager.create(value) : manager.create((float) value));
        }
    }
}
