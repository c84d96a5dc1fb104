package io.brenier.transport.dual.report;

import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.conjugate.Lbfgs;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.conjugate.Starts;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.metric.DualObjective;
import io.brenier.transport.metric.interval.Bootstrap;
import io.brenier.transport.metric.interval.Interval;
import io.brenier.transport.tensor.Points;

/**
 * The dual objective J = E f + E f* on held-out samples with f* solved for: the less, the better the map. Without the solve it would
 * fall while the map gets worse, since a bad guess of the argmins makes f* too small.
 */
public final class HeldOutScore {

    private static final LbfgsSpec THOROUGH = new LbfgsSpec(1e-2, 50, 10, 10);

    /**
     * A score and what came with it, standardised.
     *
     * @param dual J; NaN where f is not finite
     * @param potentials f(x) of the held-out x
     * @param conjugates f*(y) of the held-out y
     * @param argmins ∇f*(y) of the held-out y
     * @param unconvergedRows rows whose conjugate did not meet the tolerance
     */
    public record Score(double dual, float[] potentials, float[] conjugates, Points argmins, int unconvergedRows) {

        /** By how much J is above that of another pair on the same rows, as far as these rows tell: a paired bootstrap interval. */
        public Interval excessOver(Score other) {
            return Bootstrap.usual(0)
                    .ofSumOfMeans(difference(potentials, other.potentials), difference(conjugates, other.conjugates));
        }

        private static double[] difference(float[] a, float[] b) {
            double[] rows = new double[a.length];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = (double) a[i] - b[i];
            }
            return rows;
        }
    }

    private final Points source;
    private final Points target;

    public HeldOutScore(StandardProblem problem) {
        this.source = problem.heldOutSource();
        this.target = problem.heldOutTarget();
    }

    /** With f* solved for by L-BFGS. */
    public Score of(NetworkPair pair) {
        float[] potentials = pair.potential().values(source);
        Points start = Starts.of(pair.potential(), target, pair.amortizer().apply(target), source, potentials);
        ConjugateResult solved = new Lbfgs(THOROUGH).solve(pair.potential(), target, start);
        return new Score(
                DualObjective.of(potentials, solved.values()),
                potentials,
                solved.values(),
                solved.argmins(),
                solved.unconverged());
    }

    /** Of a pair whose amortizer gives the argmins exactly, as in closed forms: f*(y) = ⟨x̂, y⟩ − f(x̂) needs no solver. */
    public Score ofExact(NetworkPair pair) {
        float[] potentials = pair.potential().values(source);
        Points argmins = pair.amortizer().apply(target);
        float[] conjugates = pair.potential().values(argmins);
        for (int row = 0; row < conjugates.length; row++) {
            conjugates[row] = product(argmins, row, target, row) - conjugates[row];
        }
        return new Score(DualObjective.of(potentials, conjugates), potentials, conjugates, argmins, 0);
    }

    private static float product(Points a, int aRow, Points b, int bRow) {
        int d = a.dimension();
        float sum = 0;
        for (int k = 0; k < d; k++) {
            sum += a.values()[aRow * d + k] * b.values()[bRow * d + k];
        }
        return sum;
    }
}
