package io.brenier.transport.entropic;

import io.brenier.transport.tensor.Points;
import java.util.function.BooleanSupplier;

/**
 * The entropic transport problem min_π Σ πᵢⱼ c(xᵢ, yⱼ) + ε KL(π | α ⊗ β) between points, of equal weights unless said otherwise, c = ½|x − y|², by Sinkhorn's
 * algorithm in the log domain (Cuturi 2013; Peyré and Cuturi 2019, section 4.4). ε comes down to its value by halves, so that a small one
 * costs little more than a large one, and the half steps overshoot as far as that helps. Potentials are defined up to a constant.
 */
public final class Sinkhorn {

    private static final double HALF = 0.5;
    /** Above so many pairs of points the problem is first solved with a quarter of each set. */
    private static final long SMALL = 1 << 22;

    private static final int COARSER = 4;
    /** A start need not be better than the few points it is made from. */
    private static final double LOOSER = 10;

    private Sinkhorn() {}

    /**
     * How the algorithm ended.
     *
     * @param f potential of the x, [n]: π = exp((f + g − c)/ε) / (n m)
     * @param g potential of the y, [m]
     * @param iterations at the last ε, with all points
     * @param marginalError of both marginals, in total variation
     * @param converged whether that is within the tolerance
     */
    public record Result(double[] f, double[] g, int iterations, double marginalError, boolean converged) {

        /** The dual value E f + E g. */
        public double value() {
            return mean(f) + mean(g);
        }
    }

    /** In double throughout, for thousands of points: tolerances down to 10⁻¹⁰. The last half step renews g. */
    public static Result exact(Points x, Points y, SinkhornRule rule) {
        HalfSteps steps = new ExactHalfSteps(x, y);
        double[] f = new double[x.rows()];
        double[] g = new double[y.rows()];
        anneal(steps, f, g, largestCost(x, y), rule.epsilon());
        Result result = iterate(steps, f, g, rule, () -> false);
        // A plain half step last: with one marginal exact, E f + E g is the dual's value.
        return new Result(
                result.f,
                steps.toColumns(result.f, result.g, rule.epsilon()),
                result.iterations,
                result.marginalError,
                result.converged);
    }

    /**
     * In floats where they suffice, a block of rows at a time, for tens of thousands of points: memory is linear in the points. Large
     * problems start from the potentials of a quarter of their points. Tolerances down to 10⁻³. Both sets should lie about the
     * origin, as standardised ones do, and in random order.
     *
     * @param stop asked before every iteration; true ends the run, not converged
     */
    public static Result blocked(Points x, Points y, SinkhornRule rule, BooleanSupplier stop) {
        return blocked(Weighted.uniform(x), Weighted.uniform(y), rule, stop);
    }

    /** As {@link #blocked(Points, Points, SinkhornRule, BooleanSupplier)} between weighted points. */
    public static Result blocked(Weighted x, Weighted y, SinkhornRule rule, BooleanSupplier stop) {
        HalfSteps steps = new BlockedHalfSteps(x, y);
        double[] f;
        double[] g;
        if ((long) steps.rows() * steps.columns() <= SMALL) {
            f = new double[steps.rows()];
            g = new double[steps.columns()];
            anneal(steps, f, g, largestCost(x.points(), y.points()), rule.epsilon());
        } else {
            Weighted fewX = fewer(x);
            Weighted fewY = fewer(y);
            Result few = blocked(fewX, fewY, looser(rule), stop);
            f = new BlockedHalfSteps(x, fewY).toRows(few.g, new double[steps.rows()], rule.epsilon());
            g = new BlockedHalfSteps(y, fewX).toRows(few.f, new double[steps.columns()], rule.epsilon());
        }
        return iterate(steps, f, g, rule, stop);
    }

    /** Of a set to itself, in double. One potential serves both sides, and the mean of old and new converges within a few steps. */
    public static Result toItself(Points x, SinkhornRule rule) {
        HalfSteps steps = new ExactHalfSteps(x, x);
        return iterateToItself(steps, annealedToItself(steps, x, rule.epsilon()), rule, () -> false);
    }

    /**
     * Of a set to itself, as {@link #blocked}.
     *
     * @param stop asked before every iteration; true ends the run, not converged
     */
    public static Result blockedToItself(Points x, SinkhornRule rule, BooleanSupplier stop) {
        HalfSteps steps = new BlockedHalfSteps(x, x);
        double[] f;
        if ((long) x.rows() * x.rows() <= SMALL) {
            f = annealedToItself(steps, x, rule.epsilon());
        } else {
            Points few = fewer(Weighted.uniform(x)).points();
            f = new BlockedHalfSteps(x, few)
                    .toRows(blockedToItself(few, looser(rule), stop).f, new double[x.rows()], rule.epsilon());
        }
        return iterateToItself(steps, f, rule, stop);
    }

    private static double[] annealedToItself(HalfSteps steps, Points x, double last) {
        double[] f = new double[x.rows()];
        for (double epsilon = largestCost(x, x); epsilon > last; epsilon /= 2) {
            HalfSteps.move(f, steps.toRows(f, f, epsilon), HALF);
        }
        return f;
    }

    private static Result iterateToItself(HalfSteps steps, double[] f, SinkhornRule rule, BooleanSupplier stop) {
        double error = Double.POSITIVE_INFINITY;
        int iterations = 0;
        while (iterations < rule.maxIterations() && !(error < rule.tolerance()) && !stop.getAsBoolean()) {
            double[] next = steps.toRows(f, f, rule.epsilon());
            error = HalfSteps.marginalError(f, next, rule.epsilon());
            HalfSteps.move(f, next, HALF);
            iterations++;
        }
        return new Result(f, f, iterations, error, error < rule.tolerance());
    }

    private static SinkhornRule looser(SinkhornRule rule) {
        return new SinkhornRule(rule.epsilon(), rule.tolerance() * LOOSER, rule.maxIterations());
    }

    private static void anneal(HalfSteps steps, double[] f, double[] g, double first, double last) {
        for (double epsilon = first; epsilon > last; epsilon /= 2) {
            steps.iterate(f, g, epsilon, 1);
        }
    }

    private static Result iterate(HalfSteps steps, double[] f, double[] g, SinkhornRule rule, BooleanSupplier stop) {
        Overrelaxation relaxation = new Overrelaxation();
        double error = Double.POSITIVE_INFINITY;
        int iterations = 0;
        while (iterations < rule.maxIterations() && !(error < rule.tolerance()) && !stop.getAsBoolean()) {
            error = steps.iterate(f, g, rule.epsilon(), relaxation.omega());
            relaxation.observe(error);
            iterations++;
        }
        return new Result(f, g, iterations, error, error < rule.tolerance());
    }

    /** Every fourth point: of a set in random order a random quarter. */
    private static Weighted fewer(Weighted points) {
        int[] kept = new int[(points.points().rows() + COARSER - 1) / COARSER];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = i * COARSER;
        }
        return points.select(kept);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Half the squared diagonal of the box around both sets: no cost is larger. */
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
        return squared / 2;
    }
}
