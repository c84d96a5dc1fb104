package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;
import org.jspecify.annotations.Nullable;

/** T(y) = A y + c + mlp(y), in plain Java, without the engine, in float. */
public final class AffineMlpMap implements TransportMap {

    /** So many rows of a few hundred units each stay in the first caches. */
    private static final int BLOCK = 16;

    private final float[] matrix;
    private final float[] transposed;
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
        AffineParts.require(matrix, shift, mlp, shift.length);
        this.matrix = matrix;
        this.shift = shift;
        this.mlp = mlp;
        this.transposed = MlpKernel.transpose(new DenseLayer(matrix, null, shift.length, shift.length));
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
        int d = dimension();
        AffineParts.requireDimension(x, d);
        float[] points = x.values();
        float[] images = new float[points.length];
        int size = Math.min(BLOCK, x.rows());
        MlpKernel.Block block = kernel == null ? null : kernel.new Block(size);
        float[] affine = new float[size * d];
        float[] added = new float[size * d];
        for (int from = 0; from < x.rows(); from += size) {
            int count = Math.min(size, x.rows() - from);
            int at = from * d;
            AffineParts.affine(transposed, shift, points, at, count, affine);
            if (block != null) {
                block.forward(points, at, count);
                block.output(points, at, count, added);
            }
            for (int i = 0; i < count * d; i++) {
                images[at + i] = affine[i] + added[i];
            }
        }
        return Points.of(images, x.rows(), d);
    }
}
