package io.brenier.transport.archive;

import io.brenier.transport.tensor.safetensors.FloatTensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hands out each tensor once, in the shape that is due, and notices what nobody asked for. */
final class TensorReader {

    private final Map<String, FloatTensor> left;

    TensorReader(Map<String, FloatTensor> tensors) {
        this.left = new LinkedHashMap<>(tensors);
    }

    /** The values of a matrix of so many columns and any number of rows. */
    float[] takeRows(String name, int columns) throws ArchiveException {
        FloatTensor tensor = left.get(name);
        int rows = tensor != null && tensor.shape().length == 2 ? tensor.shape()[0] : 1;
        return take(name, rows, columns);
    }

    /** The values of a tensor of exactly this shape. */
    float[] take(String name, int... shape) throws ArchiveException {
        FloatTensor tensor = left.remove(name);
        if (tensor == null) {
            throw new ArchiveException("The archive has no tensor '%s'.".formatted(name));
        }
        if (!Arrays.equals(tensor.shape(), shape)) {
            throw new ArchiveException("The tensor '%s' has shape %s where %s is due."
                    .formatted(name, Arrays.toString(tensor.shape()), Arrays.toString(shape)));
        }
        for (float value : tensor.values()) {
            if (!Float.isFinite(value)) {
                throw new ArchiveException("The tensor '%s' holds a value that is not finite.".formatted(name));
            }
        }
        return tensor.values();
    }

    /** How many numbers nobody has asked for yet. */
    long numbersLeft() {
        return left.values().stream()
                .mapToLong(tensor -> tensor.values().length)
                .sum();
    }

    void requireAllTaken() throws ArchiveException {
        if (!left.isEmpty()) {
            throw new ArchiveException("The archive holds tensors without use: " + left.keySet());
        }
    }
}
