package io.brenier.transport.metric;

import io.brenier.transport.tensor.Points;

/**
 * The entropic transport cost min_π Σ πᵢⱼ c(xᵢ, yⱼ) + ε KL(π | α ⊗ β) between uniformly weighted points, c = |x − y|², by Sinkhorn's
 * algorithm in the log domain. ε comes down to its value by halves, so that a small one costs little more than a large one.
 */
final class EntropicCost {

    private static final double HALF = 0.5;

    private EntropicCost() {}

    /**
     * How the algorithm ended.
     *
     * @param value the dual value E f + E g of the last potentials
     * @param iterations at the last ε
     * @param marginalError of both marginals, in total variation
     * @param converged whether that is within the tolerance
     */
    record Result(double value, int iterations, double marginalError, boolean converged) {}

    static Result between(Points x, Points y, SinkhornSettings settings) {
        Softmin toX = new Softmin(new SquaredDistances(x, y), y.rows());
        Softmin toY = new Softmin(new SquaredDistances(y, x), x.rows());
        double[] f = new double[x.rows()];
        double[] g = new double[y.rows()];
        for (double epsilon = largestCost(x, y); epsilon > settings.epsilon(); epsilon /= 2) {
            f = toX.apply(g, f, epsilon);
            g = toY.apply(f, g, epsilon);
        }
        Overrelaxation relaxation = new Overrelaxation();
        double error = Double.POSITIVE_INFINITY;
        int iterations = 0;
        while (iterations < settings.maxIterations() && !(error < settings.tolerance())) {
            double[] nextF = toX.apply(g, f, settings.epsilon());
            error = marginalError(f, nextF, settings.epsilon());
            f = moved(f, nextF, relaxation.omega());
            double[] nextG = toY.apply(f, g, settings.epsilon());
            error += marginalError(g, nextG, settings.epsilon());
            g = moved(g, nextG, relaxation.omega());
            relaxation.observe(error);
            iterations++;
        }
        g = toY.apply(
                f,
                g,
                settings.epsilon()); // a plain half step last: with one marginal exact, E f + E g is the dual's value
        return new Result(mean(f) + mean(g), iterations, error, error < settings.tolerance());
    }

    /** Of a set to itself: one potential serves both sides, and the mean of old and new converges within a few steps. */
    static Result ofItself(Points x, SinkhornSettings settings) {
        Softmin softmin = new Softmin(new SquaredDistances(x, x), x.rows());
        double[] f = new double[x.rows()];
        for (double epsilon = largestCost(x, x); epsilon > settings.epsilon(); epsilon /= 2) {
            f = moved(f, softmin.apply(f, f, epsilon), HALF);
        }
        double error = Double.POSITIVE_INFINITY;
        int iterations = 0;
        while (iterations < settings.maxIterations()) {
            double[] next = softmin.apply(f, f, settings.epsilon());
            error = marginalError(f, next, settings.epsilon());
            f = moved(f, next, HALF);
            iterations++;
            if (error < settings.tolerance()) {
                break;
            }
        }
        return new Result(2 * mean(f), iterations, error, error < settings.tolerance());
    }

    /** Σᵢ |Σⱼ πᵢⱼ − 1/n| of the plan before f is renewed: the renewal makes each row's sum 1/n by exactly the factor exp((f' − f)/ε). */
    private static double marginalError(double[] before, double[] after, double epsilon) {
        double error = 0;
        for (int i = 0; i < before.length; i++) {
            error += Math.abs(Math.expm1((before[i] - after[i]) / epsilon));
        }
        return error / before.length;
    }

    /** h + ω (S(h) − h). */
    private static double[] moved(double[] from, double[] to, double omega) {
        double[] result = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            result[i] = from[i] + omega * (to[i] - from[i]);
        }
        return result;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The squared diagonal of the box around both sets: no cost is larger. */
    private static double largestCost(Points x, Points y) {
        double squared = 0;
        for (int k = 0; k < x.dimension(); k++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < x.rows(); i++) {
                least = Math.min(least, x.at(i, k));
                most = Math.max(most, x.at(i, k));
            }
            for (int j = 0; j < y.rows(); j++) {
                least = Math.min(least, y.at(j, k));
                most = Math.max(most, y.at(j, k));
            }
            squared += (most - least) * (most - least);
        }
        return squared;
    }
}
