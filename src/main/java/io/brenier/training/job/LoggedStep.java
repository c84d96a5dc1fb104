package io.brenier.training.job;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The named figures of a step. */
public record LoggedStep(long step, Instant at, Map<String, Double> figures) {

    public LoggedStep {
        figures = Map.copyOf(figures);
    }

    /** More figures of the same step. */
    public LoggedStep with(Map<String, Double> more) {
        Map<String, Double> all = new LinkedHashMap<>(figures);
        all.putAll(more);
        return new LoggedStep(step, at, all);
    }
}
