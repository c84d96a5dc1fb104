package io.brenier.transport.dual.instant;

import io.brenier.transport.dual.SinkhornSpec;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.entropic.Sinkhorn;
import io.brenier.transport.entropic.SinkhornRule;
import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Solves for entropic plans on a listener's behalf, and keeps the books over all of them. Serves one run. */
final class PlanRun {

    private static final int REPORT_EVERY = 10;

    private final SinkhornSpec spec;
    private final TrainingListener listener;
    private final long total;
    private long iterations;
    private double worstError;
    private boolean stopped;

    /** @param total iterations that the listener is told of at most */
    PlanRun(SinkhornSpec spec, TrainingListener listener, long total) {
        this.spec = spec;
        this.listener = listener;
        this.total = total;
    }

    /**
     * The plan's potentials for an ε of the cost ½|x − y|².
     *
     * @return empty if the listener asked for a stop
     */
    Optional<Sinkhorn.Result> solve(Points x, Points y, double epsilon) {
        Sinkhorn.Result result = Sinkhorn.blocked(
                x, y, new SinkhornRule(epsilon, spec.tolerance(), spec.maxIterations()), this::beforeIteration);
        worstError = Math.max(worstError, result.marginalError());
        return stopped ? Optional.empty() : Optional.of(result);
    }

    long iterations() {
        return iterations;
    }

    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("sinkhorn_iterations", (double) iterations);
        figures.put("marginal_error", worstError);
        return figures;
    }

    List<String> notes(int sourceRows, int targetRows) {
        List<String> notes = new ArrayList<>();
        if (sourceRows > spec.maxPoints() || targetRows > spec.maxPoints()) {
            notes.add(
                    "The plan was solved between draws of at most %d of the %d source and %d target points (max_points)."
                            .formatted(spec.maxPoints(), sourceRows, targetRows));
        }
        if (!(worstError < spec.tolerance())) {
            notes.add(
                    "Sinkhorn's algorithm did not converge: after %d iterations the marginals are off by %.2g, allowed is %s. Raise epsilon or max_iterations."
                            .formatted(iterations, worstError, spec.tolerance()));
        }
        return notes;
    }

    private boolean beforeIteration() {
        stopped |= listener.shouldStop();
        if (!stopped) {
            iterations++;
            if (iterations % REPORT_EVERY == 0) {
                listener.onProgress(Math.min(iterations, total), total);
            }
        }
        return stopped;
    }
}
