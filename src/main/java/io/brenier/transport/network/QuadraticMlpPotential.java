package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.RowProducts;
import org.jspecify.annotations.Nullable;

/**
 * f(x) = ½ xᵀMx + bᵀx + mlp(x), in plain Java, without the engine. ∇f(x) = Mx + b + ∇mlp(x), the last written out: the deltas go back
 * through the layers, each activation's derivative read off its output. Float arithmetic; f itself is added up in double.
 */
public final class QuadraticMlpPotential implements Potential {

    /** So many rows of a few hundred units each stay in the first caches. */
    private static final int BLOCK = 16;

    private final float[] matrix;
    private final float[] shift;
    private final @Nullable Mlp mlp;
    private final @Nullable MlpKernel kernel;

    /**
     * The arrays are not copied; nobody writes to them afterwards.
     *
     * @param matrix M, symmetric, row-major [d, d]
     * @param shift b, [d]
     * @param mlp with d inputs and one output; null for none
     */
    public QuadraticMlpPotential(float[] matrix, float[] shift, @Nullable Mlp mlp) {
        AffineParts.require(matrix, shift, mlp, 1);
        AffineParts.requireSymmetric(matrix, shift.length);
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
            throw new IllegalArgumentException("the potential has no network to train");
        }
        return mlp;
    }

    @Override
    public int dimension() {
        return shift.length;
    }

    @Override
    public float[] values(Points x) {
        return evaluate(x, false).values();
    }

    @Override
    public Points gradients(Points x) {
        return evaluate(x, true).gradients();
    }

    @Override
    public ValuesAndGradients valuesAndGradients(Points x) {
        return evaluate(x, true);
    }

    private ValuesAndGradients evaluate(Points x, boolean backward) {
        int d = dimension();
        AffineParts.requireDimension(x, d);
        float[] points = x.values();
        float[] values = new float[x.rows()];
        float[] gradients = new float[points.length];
        int size = Math.min(BLOCK, x.rows());
        MlpKernel.Block block = kernel == null ? null : kernel.new Block(size);
        float[] g = new float[size * d];
        for (int from = 0; from < x.rows(); from += size) {
            int count = Math.min(size, x.rows() - from);
            int at = from * d;
            AffineParts.affine(matrix, shift, points, at, count, g);
            if (block != null) {
                block.forward(points, at, count);
            }
            for (int r = 0; r < count; r++) {
                int row = at + r * d;
                double value =
                        (RowProducts.dot(points, row, g, r * d, d) + RowProducts.dot(points, row, shift, 0, d)) / 2;
                values[from + r] = (float) (block == null ? value : value + block.value(points, at, r));
            }
            if (backward) {
                if (block != null) {
                    block.addInputGradient(count, g);
                }
                System.arraycopy(g, 0, gradients, at, count * d);
            }
        }
        return new ValuesAndGradients(values, Points.of(gradients, x.rows(), d));
    }
}
