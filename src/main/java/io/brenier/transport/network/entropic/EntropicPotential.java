package io.brenier.transport.network.entropic;

import io.brenier.transport.entropic.SupportSoftmax;
import io.brenier.transport.entropic.SupportTiles;
import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;

/**
 * f_ε(x) = ε log Σⱼ exp((⟨x, yⱼ⟩ + hⱼ)/ε), convex and smooth: the Brenier potential of an entropic plan when
 * hⱼ = gⱼ − ½|yⱼ|² + ε log bⱼ with g the plan's potential on the target's side and b its weights. Then f_ε = ½|x|² − F_ε with F_ε the
 * entropic potential at any x, and ∇f_ε(x) = Σⱼ pⱼ(x) yⱼ, p the softmax, is the entropic map (Pooladian and Niles-Weed 2021). All images
 * lie in the convex hull of the y; ∇²f_ε = Cov_p(y)/ε.
 *
 * <p>Costs a product with every yⱼ and an exponential a row; memory is that of the support. Float arithmetic, sums in double where they
 * are large and cancel.
 */
public final class EntropicPotential implements Potential {

    private final Points support;
    private final float[] offsets;
    private final float epsilon;
    private final SupportTiles tiles;

    /**
     * The arrays are not copied; nobody writes to them afterwards.
     *
     * @param support y, [m, d], m at least 1
     * @param offsets h, [m]
     * @param epsilon ε &gt; 0
     */
    public EntropicPotential(Points support, float[] offsets, float epsilon) {
        if (support.rows() == 0 || offsets.length != support.rows()) {
            throw new IllegalArgumentException(
                    "%d support points and %d offsets do not go together".formatted(support.rows(), offsets.length));
        }
        if (!(epsilon > 0) || Float.isInfinite(epsilon)) {
            throw new IllegalArgumentException("epsilon is %s; a positive number is needed".formatted(epsilon));
        }
        this.support = support;
        this.offsets = offsets;
        this.epsilon = epsilon;
        this.tiles = new SupportTiles(support);
    }

    /** Of a plan with uniform weights: y and its potential g for the cost ½|x − y|². */
    public static EntropicPotential ofPlan(Points y, double[] g, double epsilon) {
        float[] offsets = new float[g.length];
        // Constants are free; a potential that is small about the origin loses no digits.
        double constant = -epsilon * Math.log(y.rows());
        for (int j = 0; j < offsets.length; j++) {
            double halfSquare = 0;
            for (int k = 0; k < y.dimension(); k++) {
                halfSquare += (double) y.at(j, k) * y.at(j, k) / 2;
            }
            offsets[j] = (float) (g[j] - halfSquare + constant);
        }
        return new EntropicPotential(y, offsets, (float) epsilon);
    }

    public Points support() {
        return support;
    }

    public float[] offsets() {
        return offsets;
    }

    public float epsilon() {
        return epsilon;
    }

    @Override
    public int dimension() {
        return support.dimension();
    }

    @Override
    public float[] values(Points x) {
        requireDimension(x);
        SupportSoftmax softmax = softmax();
        float[] values = new float[x.rows()];
        for (int row = 0; row < values.length; row++) {
            softmax.at(x.values(), row * dimension());
            values[row] = (float) softmax.logSum();
        }
        return values;
    }

    @Override
    public Points gradients(Points x) {
        return valuesAndGradients(x).gradients();
    }

    @Override
    public ValuesAndGradients valuesAndGradients(Points x) {
        requireDimension(x);
        int d = dimension();
        SupportSoftmax softmax = softmax();
        float[] values = new float[x.rows()];
        float[] gradients = new float[x.values().length];
        double[] mean = new double[d];
        for (int row = 0; row < values.length; row++) {
            softmax.at(x.values(), row * d);
            values[row] = (float) softmax.logSum();
            softmax.mean(mean);
            write(mean, 1, gradients, row * d);
        }
        return new ValuesAndGradients(values, Points.of(gradients, x.rows(), d));
    }

    @Override
    public Points hessianProducts(Points x, Points v) {
        requireDimension(x);
        int d = dimension();
        SupportSoftmax softmax = softmax();
        float[] products = new float[x.values().length];
        double[] mean = new double[d];
        double[] product = new double[d];
        for (int row = 0; row < x.rows(); row++) {
            softmax.at(x.values(), row * d);
            softmax.mean(mean);
            softmax.covariance(v.values(), row * d, mean, product);
            write(product, 1 / (double) epsilon, products, row * d);
        }
        return Points.of(products, x.rows(), d);
    }

    private SupportSoftmax softmax() {
        return new SupportSoftmax(tiles, offsets, epsilon);
    }

    private void requireDimension(Points x) {
        if (x.dimension() != dimension()) {
            throw new IllegalArgumentException("points of dimension %d are given, a potential of dimension %d"
                    .formatted(x.dimension(), dimension()));
        }
    }

    private static void write(double[] row, double factor, float[] rows, int from) {
        for (int k = 0; k < row.length; k++) {
            rows[from + k] = (float) (factor * row[k]);
        }
    }
}
