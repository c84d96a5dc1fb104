package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.problem.Units;
import io.brenier.transport.dual.report.HeldOutScore.Score;
import io.brenier.transport.metric.CycleError;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells a listener the figures of steps and scores, in the units of the samples. Figures that are not finite are left out. */
final class StepMetrics {

    private static final double NANOSECONDS = 1e9;

    private final StandardProblem problem;
    private final Units units;
    private long lastStep = -1;
    private long lastTime = System.nanoTime();

    StepMetrics(StandardProblem problem) {
        this.problem = problem;
        this.units = new Units(problem.sourceUnits(), problem.targetUnits());
    }

    void step(TrainingListener listener, long step, StepReport report, double rate) {
        double dual = report.dual();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(
                "dual_objective",
                units.dual(report.batch().source(), report.batch().target(), dual));
        figures.put(
                "w2_squared",
                units.w2Squared(report.batch().source(), report.batch().target(), dual));
        figures.put(
                "amortization_loss",
                report.amortizationLoss() * report.lossScale().of(units));
        figures.put("unconverged_rows", (double) report.unconvergedRows());
        figures.put("conjugate_iterations", report.conjugateIterations());
        figures.put("learning_rate", rate);
        long now = System.nanoTime();
        if (lastStep >= 0 && step > lastStep) {
            double seconds = (now - lastTime) / NANOSECONDS / (step - lastStep);
            figures.put("step_seconds", seconds);
            figures.put("steps_per_second", 1 / seconds);
        }
        lastStep = step;
        lastTime = now;
        tell(listener, step, figures);
    }

    void validated(TrainingListener listener, long step, NetworkPair pair, Score score) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("validation_dual", units.dual(problem.heldOutSource(), problem.heldOutTarget(), score.dual()));
        figures.put(
                "validation_cycle_error",
                problem.sourceUnits().scale()
                        * CycleError.meanDistance(
                                problem.heldOutSource(),
                                pair.amortizer().apply(pair.potential().gradients(problem.heldOutSource()))));
        tell(listener, step, figures);
    }

    private static void tell(TrainingListener listener, long step, Map<String, Double> figures) {
        figures.values().removeIf(figure -> !Double.isFinite(figure));
        listener.onMetrics(step, figures);
    }
}
