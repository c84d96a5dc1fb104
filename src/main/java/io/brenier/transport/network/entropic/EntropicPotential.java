package io.brenier.transport.network.entropic;

import io.brenier.transport.entropic.SupportSoftmax;
import io.brenier.transport.entropic.SupportTiles;
import io.brenier.transport.entropic.Weighted;
import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;

/**
 * f(x) = f_ε(x) + ½ (|x| − R)₊² with f_ε(x) = ε log Σⱼ exp((⟨x, yⱼ⟩ + hⱼ)/ε): convex and smooth, the Brenier potential of an entropic plan
 * when hⱼ = gⱼ − ½|yⱼ|² + ε log bⱼ with g the plan's potential on the target's side and b its weights. Then f_ε = ½|x|² − F_ε with F_ε
 * the entropic potential at any x, ∇f_ε(x) = Σⱼ pⱼ(x) yⱼ, p the softmax, is the entropic map (Pooladian and Niles-Weed 2021), and
 * ∇²f_ε = Cov_p(y)/ε.
 *
 * <p>The images of ∇f_ε lie in the convex hull of the y, so that its conjugate would be infinite outside. The second term is zero on the
 * ball that holds the source's samples; beyond it the map goes on with slope 1, and every y has a way back.
 *
 * <p>Costs a product with every yⱼ and an exponential a row; memory is that of the support. Float arithmetic, in double where what is
 * large cancels.
 */
public final class EntropicPotential implements Potential {

    private final Points support;
    private final float[] offsets;
    private final float epsilon;
    private final float radius;
    private final SupportTiles tiles;

    /**
     * The arrays are not copied; nobody writes to them afterwards.
     *
     * @param support y, [m, d], m at least 1
     * @param offsets h, [m]
     * @param epsilon ε &gt; 0
     * @param radius R &gt; 0
     */
    public EntropicPotential(Points support, float[] offsets, float epsilon, float radius) {
        if (support.rows() == 0 || offsets.length != support.rows()) {
            throw new IllegalArgumentException(
                    "%d support points and %d offsets do not go together".formatted(support.rows(), offsets.length));
        }
        requirePositive("epsilon", epsilon);
        requirePositive("the radius", radius);
        this.support = support;
        this.offsets = offsets;
        this.epsilon = epsilon;
        this.radius = radius;
        this.tiles = new SupportTiles(support);
    }

    /**
     * Of a plan with uniform weights for the cost ½|x − y|².
     *
     * @param x the source's points, which set R
     * @param y the target's points
     * @param g their potential
     */
    public static EntropicPotential ofPlan(Points x, Points y, double[] g, double epsilon) {
        return ofPlan(x, Weighted.uniform(y), g, epsilon);
    }

    /** As {@link #ofPlan(Points, Points, double[], double)}, of a plan whose target is weighted. */
    public static EntropicPotential ofPlan(Points x, Weighted y, double[] g, double epsilon) {
        double[] halfSquares = halfSquares(y.points());
        float[] offsets = new float[g.length];
        for (int j = 0; j < offsets.length; j++) {
            offsets[j] = (float) (g[j] - halfSquares[j] + epsilon * Math.log(y.weights()[j]));
        }
        double largest = Arrays.stream(halfSquares(x)).max().orElse(0);
        return new EntropicPotential(y.points(), offsets, (float) epsilon, (float) Math.max(Math.sqrt(2 * largest), 1));
    }

    private static double[] halfSquares(Points points) {
        double[] halves = new double[points.rows()];
        for (int i = 0; i < halves.length; i++) {
            for (int k = 0; k < points.dimension(); k++) {
                halves[i] += (double) points.at(i, k) * points.at(i, k) / 2;
            }
        }
        return halves;
    }

    private static void requirePositive(String name, float value) {
        if (!(value > 0) || Float.isInfinite(value)) {
            throw new IllegalArgumentException("%s is %s; a positive number is needed".formatted(name, value));
        }
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

    public float radius() {
        return radius;
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
            values[row] = value(softmax, beyond(norm(x, row)));
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
            softmax.mean(mean);
            double norm = norm(x, row);
            double beyond = beyond(norm);
            values[row] = value(softmax, beyond);
            for (int k = 0; k < d; k++) {
                double outward = beyond == 0 ? 0 : beyond / norm * x.at(row, k);
                gradients[row * d + k] = (float) (mean[k] + outward);
            }
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
            for (int k = 0; k < d; k++) {
                product[k] /= epsilon;
            }
            addOutward(x, v, row, product);
            for (int k = 0; k < d; k++) {
                products[row * d + k] = (float) product[k];
            }
        }
        return Points.of(products, x.rows(), d);
    }

    private float value(SupportSoftmax softmax, double beyond) {
        return (float) (softmax.logSum() + beyond * beyond / 2);
    }

    /** Adds the second term's Hessian times v: (1 − R/|x|) v + R/|x|³ ⟨x, v⟩ x. */
    private void addOutward(Points x, Points v, int row, double[] product) {
        double norm = norm(x, row);
        if (beyond(norm) == 0) {
            return;
        }
        double along = 0;
        for (int k = 0; k < product.length; k++) {
            along += (double) x.at(row, k) * v.at(row, k);
        }
        double ratio = radius / norm;
        for (int k = 0; k < product.length; k++) {
            product[k] += (1 - ratio) * v.at(row, k) + ratio * along / (norm * norm) * x.at(row, k);
        }
    }

    /** (|x| − R)₊. */
    private double beyond(double norm) {
        return Math.max(0, norm - radius);
    }

    private static double norm(Points x, int row) {
        double square = 0;
        for (int k = 0; k < x.dimension(); k++) {
            square += (double) x.at(row, k) * x.at(row, k);
        }
        return Math.sqrt(square);
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
}
