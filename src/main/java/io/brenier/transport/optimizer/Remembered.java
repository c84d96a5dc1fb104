package io.brenier.transport.optimizer;

import ai.djl.ndarray.NDArray;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.vector.PaddedMatrix;
import java.util.List;

/** Numbers that a rule's next step depends on, wherever they lie. */
sealed interface Remembered {

    int size();

    /** A copy. */
    float[] read();

    /** Overwrites them. @param values as many */
    void write(float[] values);

    void close();

    /** A tensor. */
    record Tensor(NDArray array) implements Remembered {
        @Override
        public int size() {
            return Math.toIntExact(array.size());
        }

        @Override
        public float[] read() {
            return HostTransfer.download(array);
        }

        @Override
        public void write(float[] values) {
            HostTransfer.write(array, values);
        }

        @Override
        public void close() {
            array.close();
        }
    }

    /**
     * Matrices in Java's memory, one after another.
     *
     * @param written what follows from them is worked out again
     */
    record Host(List<PaddedMatrix> matrices, Runnable written) implements Remembered {
        @Override
        public int size() {
            return matrices.stream()
                    .mapToInt(matrix -> matrix.rows() * matrix.columns())
                    .sum();
        }

        @Override
        public float[] read() {
            float[] values = new float[size()];
            int at = 0;
            for (PaddedMatrix matrix : matrices) {
                matrix.store(values, at);
                at += matrix.rows() * matrix.columns();
            }
            return values;
        }

        @Override
        public void write(float[] values) {
            int at = 0;
            for (PaddedMatrix matrix : matrices) {
                matrix.load(values, at);
                at += matrix.rows() * matrix.columns();
            }
            written.run();
        }

        @Override
        public void close() {
            // Nothing of the engine's.
        }
    }
}
