package io.brenier.transport.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.brenier.transport.network.Parameters;

/** Numbers as arrays of the parameters' type. */
final class Scalars {

    private final NDManager manager;
    private final DataType type;

    Scalars(Parameters parameters) {
        manager = parameters.manager();
        type = parameters.values().getDataType();
    }

    NDArray of(double value) {
        return type == DataType.FLOAT64 ? manager.create(value) : manager.create((float) value);
    }
}
