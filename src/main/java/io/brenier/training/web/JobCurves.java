package io.brenier.training.web;

import io.brenier.platform.Excerpt;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.plot.Labels;
import io.brenier.platform.plot.LineChart;
import io.brenier.platform.plot.Picture;
import io.brenier.platform.plot.Series;
import io.brenier.platform.plot.Size;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.job.LoggedStep;
import io.brenier.training.store.Jobs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes charts of a job's logged figures. */
@ConditionalOnRole(Role.API)
@Component
class JobCurves {

    private static final int PAGE = 1_000;
    private static final List<String> USUAL = List.of("dual_objective", "validation_dual");
    private static final int SHOWN = 60;

    private final Jobs jobs;

    JobCurves(Jobs jobs) {
        this.jobs = jobs;
    }

    /** @throws ProblemException job_not_found; invalid_state before anything is logged; invalid_request for names that are not */
    Picture picture(UUID job, List<String> asked, boolean logarithmic, Size size) {
        Map<String, Curve> logged = read(job);
        if (logged.isEmpty()) {
            throw ProblemException.of(
                    ProblemCode.INVALID_STATE,
                    "training job %s has logged no figures; a running one logs them every log_every steps, an instant one never"
                            .formatted(job));
        }
        Map<String, Curve> chosen = choose(asked.isEmpty() ? usual(logged) : asked, logged);
        List<Series> series = new ArrayList<>();
        chosen.forEach((name, curve) ->
                series.add(logarithmic ? positive(name, curve, series.size()) : curve.series(name, series.size())));
        String label = series.size() == 1 ? series.getFirst().name() : "";
        return new Picture(
                "Training job %s: %s".formatted(job, String.join(", ", chosen.keySet())),
                size,
                canvas -> LineChart.draw(canvas, size, Labels.of("", "step", label), series, logarithmic));
    }

    private Map<String, Curve> read(UUID job) {
        Map<String, Curve> logged = new TreeMap<>();
        long after = -1;
        List<LoggedStep> page;
        do {
            page = jobs.metrics(job, after, PAGE);
            for (LoggedStep step : page) {
                step.figures()
                        .forEach((name, value) ->
                                logged.computeIfAbsent(name, _ -> new Curve()).add(step.step(), value));
                after = step.step();
            }
        } while (page.size() == PAGE);
        return logged;
    }

    private static List<String> usual(Map<String, Curve> logged) {
        List<String> usual = USUAL.stream().filter(logged::containsKey).toList();
        return usual.isEmpty() ? List.of(logged.keySet().iterator().next()) : usual;
    }

    private static Map<String, Curve> choose(List<String> names, Map<String, Curve> logged) {
        Map<String, Curve> chosen = new LinkedHashMap<>();
        for (String name : names) {
            Curve curve = logged.get(name);
            if (curve == null) {
                throw invalid("metric is '%s', which this job has not logged; it has %s"
                        .formatted(Excerpt.of(name, SHOWN), String.join(", ", logged.keySet())));
            }
            chosen.put(name, curve);
        }
        if (chosen.size() > LineChart.MOST_SERIES) {
            throw invalid("metric names %d figures; a picture shows at most %d"
                    .formatted(chosen.size(), LineChart.MOST_SERIES));
        }
        return chosen;
    }

    /** The positive values, and in its name how many are left out. */
    private static Series positive(String name, Curve curve, int number) {
        Curve positive = curve.positive();
        if (positive.steps.isEmpty()) {
            throw ProblemException.at(
                    "scale",
                    ProblemCode.INVALID_REQUEST,
                    "no value of %s is positive, so that a logarithmic scale shows none; use scale=linear"
                            .formatted(name));
        }
        int left = curve.steps.size() - positive.steps.size();
        return positive.series(left == 0 ? name : "%s (%d not positive)".formatted(name, left), number);
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.at("metric", ProblemCode.INVALID_REQUEST, detail);
    }

    /** What was logged under one name. */
    private static final class Curve {

        private final List<Long> steps = new ArrayList<>();
        private final List<Double> values = new ArrayList<>();

        void add(long step, double value) {
            steps.add(step);
            values.add(value);
        }

        Curve positive() {
            Curve positive = new Curve();
            for (int i = 0; i < steps.size(); i++) {
                if (values.get(i) > 0) {
                    positive.add(steps.get(i), values.get(i));
                }
            }
            return positive;
        }

        Series series(String name, int number) {
            return new Series(
                    name,
                    steps.stream().mapToDouble(Long::doubleValue).toArray(),
                    values.stream().mapToDouble(Double::doubleValue).toArray(),
                    LineChart.colour(number));
        }
    }
}
