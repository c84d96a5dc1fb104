package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;
import org.jspecify.annotations.Nullable;

/** T(y) = A y + c + mlp(y), in plain Java, without the engine, in float. */
public final class AffineMlpMap implements TransportMap {

    private final float[] matrix;
    private final AffinePart affine;
    private final float[] shift;
    private final @Nullable Mlp mlp;
    private final @Nullable MlpKernel kernel;

    /**
     * The arrays are not copied; nobody writes to them afterwards.
     *
     * @param matrix A, row-major [d, d]; it need not be symmetric
     * @param shift c, [d]
     * @param mlp with d inputs and d outputs; null for none
     */
    public AffineMlpMap(float[] matrix, float[] shift, @Nullable Mlp mlp) {
        this.affine = new AffinePart(matrix, shift, mlp, shift.length);
        this.matrix = matrix;
        this.shift = shift;
        this.mlp = mlp;
        this.kernel = mlp == null ? null : new MlpKernel(mlp);
    }

    public float[] matrix() {
        return matrix;
    }

    public float[] shift() {
        return shift;
    }

    public @Nullable Mlp mlp() {
        return mlp;
    }

    /** The network. @throws IllegalArgumentException if there is none */
    Mlp requireNetwork() {
        if (mlp == null) {
            throw new IllegalArgumentException("the map has no network to train");
        }
        return mlp;
    }

    @Override
    public int dimension() {
        return shift.length;
    }

    @Override
    public Points apply(Points x) {
        affine.requireDimension(x);
        int d = dimension();
        int size = Math.min(Matrices.BLOCK, x.rows());
        float[] images = new float[x.values().length];
        float[][] points = new float[size][d];
        float[][] y = new float[size][d];
        MlpKernel.Scratch scratch = kernel == null ? null : kernel.scratch(size);
        for (int from = 0; from < x.rows(); from += size) {
            int count = Math.min(size, x.rows() - from);
            Matrices.read(x, from, count, points);
            affine.apply(points, count, y);
            if (scratch != null) {
                scratch.forward(points, count);
                scratch.addOutput(points, count, y);
            }
            Matrices.write(y, count, images, from, d);
        }
        return Points.of(images, x.rows(), d);
    }
}
