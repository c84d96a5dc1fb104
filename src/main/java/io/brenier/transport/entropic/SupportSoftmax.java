package io.brenier.transport.entropic;

import java.util.Arrays;

/**
 * The softmax over a support, pⱼ(x) ∝ exp((⟨x, yⱼ⟩ + hⱼ)/ε), for one row after the other, and weighted means under it. A row's results
 * do not depend on the rows before it, to the last bit. Holds room for one row: belongs to one thread.
 */
public final class SupportSoftmax {

    private final SupportTiles support;
    private final double[][] negated;
    private final double epsilon;
    private final float[][] row;
    private final float[][][] weights;
    private final float[][][] products;
    private final float[] lanes = new float[SupportTiles.TILE];
    private final float[] most = new float[SupportTiles.TILE];
    private double largest;
    private double sum;

    /**
     * @param offsets h, one a support point
     * @param epsilon ε
     */
    public SupportSoftmax(SupportTiles support, float[] offsets, double epsilon) {
        double[] minus = new double[offsets.length];
        for (int j = 0; j < minus.length; j++) {
            minus[j] = -(double) offsets[j];
        }
        this.support = support;
        this.negated = support.split(minus);
        this.epsilon = epsilon;
        this.row = new float[1][support.dimension()];
        this.weights = support.room(1);
        this.products = support.room(1);
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
    }

    /** Goes to the point x of these coordinates. */
    public void at(float[] points, int offset) {
        System.arraycopy(points, offset, row[0], 0, row[0].length);
        support.products(row, 1, weights);
        for (int t = 0; t < negated.length; t++) {
            Gibbs.largest(weights[t][0], negated[t], 1 / epsilon, most);
        }
        largest = Gibbs.takeLargest(most);
        for (int t = 0; t < negated.length; t++) {
            Gibbs.exponents(weights[t][0], negated[t], 1 / epsilon, -largest);
            Gibbs.exponentials(weights[t][0], lanes);
        }
        sum = Gibbs.takeSum(lanes);
    }

    /** ε log Σⱼ exp((⟨x, yⱼ⟩ + hⱼ)/ε). */
    public double logSum() {
        return epsilon * (largest + Math.log(sum));
    }

    /** Σⱼ pⱼ yⱼ. */
    public void mean(double[] mean) {
        for (int k = 0; k < mean.length; k++) {
            mean[k] = weightedSum(weights, k) / sum;
        }
    }

    /** Σⱼ pⱼ yⱼ ⟨yⱼ − ȳ, v⟩: the softmax's covariance times v, at the point and with the mean that were asked for last. */
    public void covariance(float[] vectors, int offset, double[] mean, double[] result) {
        System.arraycopy(vectors, offset, row[0], 0, row[0].length);
        double centre = 0;
        for (int k = 0; k < mean.length; k++) {
            centre += mean[k] * row[0][k];
        }
        support.products(row, 1, products);
        for (int t = 0; t < products.length; t++) {
            timesCentred(products[t][0], (float) centre, weights[t][0]);
        }
        for (int t = 0; t < products.length; t++) {
            add(products[t][0], lanes);
        }
        double total = Gibbs.takeSum(lanes);
        for (int k = 0; k < result.length; k++) {
            // Σ p (⟨y, v⟩ − c) is zero but for rounding: taking the mean off keeps the answer symmetric.
            result[k] = (weightedSum(products, k) - mean[k] * total) / sum;
        }
    }

    private double weightedSum(float[][][] factors, int k) {
        for (int t = 0; t < factors.length; t++) {
            addProducts(factors[t][0], support.coordinates(t)[k], lanes);
        }
        return Gibbs.takeSum(lanes);
    }

    private static void timesCentred(float[] products, float centre, float[] weights) {
        for (int j = 0; j < products.length; j++) {
            products[j] = (products[j] - centre) * weights[j];
        }
    }

    private static void addProducts(float[] a, float[] b, float[] sums) {
        for (int j = 0; j < a.length; j++) {
            sums[j] += a[j] * b[j];
        }
    }

    private static void add(float[] a, float[] sums) {
        for (int j = 0; j < a.length; j++) {
            sums[j] += a[j];
        }
    }
}
