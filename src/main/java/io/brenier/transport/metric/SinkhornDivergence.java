package io.brenier.transport.metric;

import io.brenier.transport.tensor.Points;

/**
 * The debiased entropic transport cost between two sets of points, a distance between the distributions they come from that needs no
 * true map. Compare only values of the same ε and the same numbers of points, and with the value between two halves of one sample: that is
 * the floor (Genevay, Peyré and Cuturi 2018; Feydy et al. 2019).
 */
public final class SinkhornDivergence {

    private SinkhornDivergence() {}

    /**
     * How far apart two sets are.
     *
     * @param value the divergence; at least 0 up to the tolerance, NaN if a point is not finite
     * @param converged whether all three problems met the tolerance
     * @param iterations of the longest of them
     */
    public record Result(double value, boolean converged, int iterations) {}

    /**
     * S_ε(x, y) = OT_ε(x, y) − ½ OT_ε(x, x) − ½ OT_ε(y, y) with OT_ε = min_π Σ πᵢⱼ |xᵢ − yⱼ|² + ε KL(π | α ⊗ β): the cost is the squared
     * distance without ½, as in OTT and unlike GeomLoss, where the value is half and ε counts twice. All points weigh the same. Twice as
     * many points take four times as long; memory grows with n · m only in more than 4 dimensions, and then to 128 MiB at most.
     *
     * @param x [n, d]
     * @param y [m, d]
     * @throws IllegalArgumentException if the dimensions differ or a set is empty
     */
    public static Result between(Points x, Points y, SinkhornSettings settings) {
        return to(y, settings).of(x);
    }

    /** The divergence from one set, whose part is worked out once; see {@link #between}. */
    public static ToKnown to(Points y, SinkhornSettings settings) {
        return new ToKnown(y, settings);
    }

    /** Divergences from one set. */
    public static final class ToKnown {

        private final Points y;
        private final SinkhornSettings settings;
        private final EntropicCost.Result right;

        private ToKnown(Points y, SinkhornSettings settings) {
            this.y = y;
            this.settings = settings;
            this.right = isUsable(y) ? EntropicCost.ofItself(y, settings) : EntropicCost.Result.NONE;
        }

        /** S_ε(x, y). @throws IllegalArgumentException if the dimensions differ or a set is empty */
        public Result of(Points x) {
            if (x.dimension() != y.dimension() || x.rows() == 0 || y.rows() == 0) {
                throw new IllegalArgumentException("there is no divergence between %s and %s".formatted(x, y));
            }
            if (!isUsable(x) || !isUsable(y)) {
                return new Result(Double.NaN, false, 0);
            }
            EntropicCost.Result both = EntropicCost.between(x, y, settings);
            EntropicCost.Result left = EntropicCost.ofItself(x, settings);
            return new Result(
                    both.value() - (left.value() + right.value()) / 2,
                    both.converged() && left.converged() && right.converged(),
                    Math.max(both.iterations(), Math.max(left.iterations(), right.iterations())));
        }
    }

    private static boolean isUsable(Points points) {
        for (float value : points.values()) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return points.rows() > 0;
    }
}
