package io.brenier.transport.dual.report;

import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.problem.Units;
import io.brenier.transport.dual.report.HeldOutScore.Score;
import io.brenier.transport.metric.interval.Bootstrap;
import io.brenier.transport.metric.interval.Interval;
import io.brenier.transport.tensor.Points;
import java.util.List;

/** The dual, W2² by it and by the map, and how much lower the dual is than the rivals'; all in the units of the samples. */
final class DualFigures {

    private final StandardProblem problem;
    private final Bootstrap bootstrap;
    private final HeldOutRows rows;
    private final Units units;

    DualFigures(StandardProblem problem, Bootstrap bootstrap) {
        this.problem = problem;
        this.bootstrap = bootstrap;
        this.rows = new HeldOutRows(problem);
        this.units = new Units(problem.sourceUnits(), problem.targetUnits());
    }

    /** @param forward T′(x′) of all held-out x */
    void addTo(Figures figures, Score score, Points forward, List<Rival> rivals) {
        double byDual = units.w2Squared(problem.heldOutSource(), problem.heldOutTarget(), score.dual());
        double[] moves = rows.squaredMoves(forward);
        double byMap = HeldOutRows.mean(moves);
        figures.put("validation_dual", dual(score));
        figures.put("w2_squared", byDual);
        figures.put(
                "w2_squared_dual",
                byDual,
                bootstrap
                        .ofSumOfMeans(rows.dualOfSource(score), rows.dualOfTarget(score))
                        .plus(rows.squaredShift()));
        figures.put("w2_squared_primal", byMap, bootstrap.ofMean(moves));
        figures.put("half_w2_squared_dual", byDual / 2);
        figures.put("half_w2_squared_primal", byMap / 2);
        figures.put("duality_gap", byMap - byDual);
        for (Rival rival : rivals) {
            addGain(figures, score, rival);
        }
    }

    /** The rival's dual less this one's, on the same rows: what training bought, if it is above 0. */
    private void addGain(Figures figures, Score score, Rival rival) {
        double[] source = rows.excess(rival.score().potentials(), score.potentials());
        double[] target = rows.excess(rival.score().conjugates(), score.conjugates());
        Interval interval = bootstrap.ofSumOfMeans(source, target);
        figures.put("validation_dual_" + rival.name(), dual(rival.score()));
        figures.put(
                "validation_dual_gain_" + rival.name(), HeldOutRows.mean(source) + HeldOutRows.mean(target), interval);
        figures.put(
                "w2_squared_primal_" + rival.name(),
                HeldOutRows.mean(rows.squaredMoves(rival.pair().potential().gradients(problem.heldOutSource()))));
    }

    private double dual(Score score) {
        return units.dual(problem.heldOutSource(), problem.heldOutTarget(), score.dual());
    }
}
