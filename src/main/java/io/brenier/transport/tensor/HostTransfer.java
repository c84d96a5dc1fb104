package io.brenier.transport.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;

/** Float arrays to the engine and back. */
public final class HostTransfer {

    private static final NDIndex EVERYTHING = new NDIndex(":");

    private HostTransfer() {}

    /** A tensor of the given type with a copy of the values. */
    public static NDArray upload(NDManager manager, float[] values, DataType type, long... shape) {
        // Straight into the engine's memory: a direct buffer of our own for each call would wait for the garbage
        // collector.
        NDArray host = manager.create(new Shape(shape), type, Device.cpu());
        ByteBuffer memory = host.toByteBuffer(true);
        if (type == DataType.FLOAT64) {
            DoubleBuffer doubles = memory.asDoubleBuffer();
            for (float value : values) {
                doubles.put(value);
            }
        } else {
            memory.asFloatBuffer().put(values);
        }
        return host.toDevice(manager.getDevice(), false);
    }

    /** Writes values over a tensor's, in its own memory, so that its views see them. */
    public static void write(NDArray tensor, float[] values) {
        try (TensorScope scope = TensorScope.open()) {
            NDManager manager = tensor.getManager();
            copy(upload(manager, values, tensor.getDataType(), tensor.getShape().getShape()), tensor);
        }
    }

    /** Copies one tensor over another of the same shape. DJL's {@code set(Buffer)} would give it other memory than its views have. */
    public static void copy(NDArray from, NDArray to) {
        to.set(EVERYTHING, from);
    }

    /** The tensor's values, row by row. */
    public static float[] download(NDArray tensor) {
        if (tensor.getDataType() == DataType.FLOAT64) {
            double[] doubles = tensor.toDoubleArray();
            float[] values = new float[doubles.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) doubles[i];
            }
            return values;
        }
        float[] values = new float[Math.toIntExact(tensor.size())];
        tensor.toByteBuffer(true).asFloatBuffer().get(values);
        return values;
    }
}
