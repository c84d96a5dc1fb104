package io.brenier.training.web;

import io.brenier.training.job.LoggedStep;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Logged figures, a series for each name. */
@Schema(name = "TrainingMetrics", description = "Logged figures, a series for each name.")
record MetricSeries(
        List<Series> series,

        @Schema(description = "Pass it as after_step for what comes next.", example = "500")
        long nextAfterStep) {

    static MetricSeries of(List<LoggedStep> logged, Set<String> names, long after) {
        TreeMap<String, Series> byName = new TreeMap<>();
        for (LoggedStep step : logged) {
            step.figures().forEach((name, value) -> {
                if (names.isEmpty() || names.contains(name)) {
                    byName.computeIfAbsent(name, Series::empty).add(step.step(), value);
                }
            });
        }
        return new MetricSeries(
                List.copyOf(byName.values()),
                logged.isEmpty() ? after : logged.getLast().step());
    }

    /** The figures of one name. */
    @Schema(name = "TrainingSeries", description = "The figures of one name: values[i] was logged at steps[i].")
    record Series(
            @Schema(example = "dual_objective") String name,
            @Schema(example = "[50, 100]") List<Long> steps,
            @Schema(example = "[1.25, 1.125]") List<Double> values) {

        private static Series empty(String name) {
            return new Series(name, new ArrayList<>(), new ArrayList<>());
        }

        private void add(long step, double value) {
            steps.add(step);
            values.add(value);
        }
    }
}
