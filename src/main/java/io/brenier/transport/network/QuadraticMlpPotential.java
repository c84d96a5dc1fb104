package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.RowProducts;
import org.jspecify.annotations.Nullable;

/**
 * f(x) = ½ xᵀMx + bᵀx + mlp(x), in plain Java, without the engine. ∇f(x) = Mx + b + ∇mlp(x), the last written out: the deltas go back
 * through the layers, each activation's derivative read off its output. Float arithmetic; f itself is added up in double.
 */
public final class QuadraticMlpPotential implements Potential {

    private final float[] matrix;
    private final float[] shift;
    private final AffinePart affine;
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
        this.affine = new AffinePart(matrix, shift, mlp, 1).symmetric();
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

    @Override
    public Points hessianProducts(Points x, Points v) {
        affine.requireDirections(x, v);
        int d = dimension();
        int size = Math.min(Matrices.BLOCK, x.rows());
        float[] products = new float[x.values().length];
        float[][] points = new float[size][d];
        float[][] directions = new float[size][d];
        float[][] product = new float[size][d];
        MlpKernel.Scratch scratch = kernel == null ? null : kernel.scratch(size);
        for (int from = 0; from < x.rows(); from += size) {
            int count = Math.min(size, x.rows() - from);
            Matrices.read(x, from, count, points);
            Matrices.read(v, from, count, directions);
            affine.applyLinear(directions, count, product);
            if (scratch != null) {
                scratch.forward(points, count);
                scratch.addHessianProduct(directions, count, product);
            }
            Matrices.write(product, count, products, from, d);
        }
        return Points.of(products, x.rows(), d);
    }

    private ValuesAndGradients evaluate(Points x, boolean backward) {
        affine.requireDimension(x);
        int d = dimension();
        int size = Math.min(Matrices.BLOCK, x.rows());
        float[] values = new float[x.rows()];
        float[] gradients = new float[backward ? x.values().length : 0];
        float[][] points = new float[size][d];
        float[][] g = new float[size][d];
        MlpKernel.Scratch scratch = kernel == null ? null : kernel.scratch(size);
        for (int from = 0; from < x.rows(); from += size) {
            int count = Math.min(size, x.rows() - from);
            Matrices.read(x, from, count, points);
            affine.apply(points, count, g);
            if (scratch != null) {
                scratch.forward(points, count);
            }
            for (int r = 0; r < count; r++) {
                // ½⟨x, Mx + b⟩ + ½⟨x, b⟩, so that Mx + b serves the gradient as well.
                double quadratic = (RowProducts.dot(points[r], g[r]) + RowProducts.dot(points[r], shift)) / 2;
                values[from + r] = (float) (scratch == null ? quadratic : quadratic + scratch.value(points, r));
            }
            if (backward) {
                if (scratch != null) {
                    scratch.addInputGradient(count, g);
                }
                Matrices.write(g, count, gradients, from, d);
            }
        }
        return new ValuesAndGradients(values, Points.of(gradients, backward ? x.rows() : 0, d));
    }
}
