package io.brenier.transport.entropic.mixture;

import io.brenier.transport.measure.Moments;
import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Fits a Gaussian mixture by expectation maximisation (Dempster, Laird and Rubin 1977), from centres drawn far apart (k-means++, Arthur and
 * Vassilvitskii 2007). To every covariance is added as much of the set's mean variance as stands for a few points more, so that
 * components of few, equal or flat points keep a volume.
 */
public final class MixtureFit {

    private static final double LEAST_WEIGHT = 1e-6;
    private static final double RIDGE = 1e-4;

    private final Points points;
    private final int components;
    private final double ridge;

    private MixtureFit(Points points, int components) {
        this.points = points;
        this.components = components;
        Moments all = Moments.of(points);
        this.ridge = RIDGE * all.trace() / points.dimension();
    }

    /**
     * How a fit ended.
     *
     * @param logLikelihood a point, on average
     * @param converged whether it changed by less than the tolerance in the last iteration
     */
    public record Result(MixtureModel model, double logLikelihood, int iterations, boolean converged) {}

    /**
     * @param components k; the model may have fewer, where a component lost all its points
     * @param tolerance of the mean log-likelihood's change
     * @param stop asked before every iteration; true ends the fit, not converged
     * @throws IllegalArgumentException for fewer than two points, or points without spread
     */
    public static Result of(
            Points points, int components, double tolerance, int maxIterations, long seed, BooleanSupplier stop) {
        MixtureFit fit = new MixtureFit(points, components);
        if (!(fit.ridge > 0)) {
            throw new IllegalArgumentException("all points are the same: no mixture can be fitted to them");
        }
        double[][] shares = fit.nearestCentres(new SplittableRandom(seed));
        double likelihood = Double.NEGATIVE_INFINITY;
        MixtureModel model = fit.maximized(shares);
        int iterations = 0;
        boolean converged = false;
        while (iterations < maxIterations && !converged && !stop.getAsBoolean()) {
            shares = new double[points.rows()][model.size()];
            double next = model.responsibilities(points, shares);
            converged = Math.abs(next - likelihood) < tolerance;
            likelihood = next;
            model = fit.maximized(shares);
            iterations++;
        }
        return new Result(model, likelihood, iterations, converged);
    }

    /** Each point to the nearest of the centres that k-means++ draws. */
    private double[][] nearestCentres(SplittableRandom random) {
        int n = points.rows();
        int[] nearest = new int[n];
        double[] distances = new double[n];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        int centre = random.nextInt(n);
        for (int k = 0; k < components; k++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double distance = squaredDistance(i, centre);
                if (distance < distances[i]) {
                    distances[i] = distance;
                    nearest[i] = k;
                }
                sum += distances[i];
            }
            centre = drawn(distances, random.nextDouble() * sum);
        }
        double[][] shares = new double[n][components];
        for (int i = 0; i < n; i++) {
            shares[i][nearest[i]] = 1;
        }
        return shares;
    }

    private static int drawn(double[] weights, double at) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            if (sum > at) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private double squaredDistance(int i, int j) {
        double sum = 0;
        for (int k = 0; k < points.dimension(); k++) {
            double difference = (double) points.at(i, k) - points.at(j, k);
            sum += difference * difference;
        }
        return sum;
    }

    /** The weights and moments of these shares; components without points are dropped. */
    private MixtureModel maximized(double[][] shares) {
        int n = points.rows();
        List<Double> weights = new ArrayList<>();
        List<Moments> moments = new ArrayList<>();
        for (int k = 0; k < shares[0].length; k++) {
            double weight = 0;
            for (double[] share : shares) {
                weight += share[k];
            }
            if (weight / n > LEAST_WEIGHT) {
                weights.add(weight / n);
                moments.add(moments(shares, k, weight));
            }
        }
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        return new MixtureModel(weights.stream().mapToDouble(w -> w / sum).toArray(), moments);
    }

    private Moments moments(double[][] shares, int k, double weight) {
        int d = points.dimension();
        float[] values = points.values();
        double[] mean = new double[d];
        for (int row = 0; row < shares.length; row++) {
            double share = shares[row][k] / weight;
            for (int i = 0; i < d; i++) {
                mean[i] += share * values[row * d + i];
            }
        }
        double[] covariance = new double[d * d];
        double[] centred = new double[d];
        for (int row = 0; row < shares.length; row++) {
            double share = shares[row][k] / weight;
            if (share > 0) {
                addSquare(values, row * d, mean, share, centred, covariance);
            }
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                covariance[i * d + j] = covariance[j * d + i];
            }
            covariance[i * d + i] += ridge;
        }
        return new Moments(mean, covariance);
    }

    private static void addSquare(
            float[] values, int offset, double[] mean, double share, double[] centred, double[] covariance) {
        int d = mean.length;
        for (int i = 0; i < d; i++) {
            centred[i] = values[offset + i] - mean[i];
        }
        for (int i = 0; i < d; i++) {
            double factor = share * centred[i];
            for (int j = i; j < d; j++) {
                covariance[i * d + j] += factor * centred[j];
            }
        }
    }
}
