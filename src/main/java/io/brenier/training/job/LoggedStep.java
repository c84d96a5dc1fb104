package io.brenier.training.job;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The named figures of a step. */
public record LoggedStep(long step, Instant at, Map<String, Double> figures) {

    public LoggedStep {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }

    /** More figures of the same step. */
    public LoggedStep with(Map<String, Double> more) {
        Map<String, Double> all = new TreeMap<>(figures);
        all.putAll(more);
        return new LoggedStep(step, at, all);
    }
}
