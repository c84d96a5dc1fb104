package io.brenier.training.sweep.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.ProblemException.FieldProblem;
import io.brenier.training.request.NewTrainingJob;
import io.brenier.training.request.Outline;
import io.brenier.training.request.Plans;
import io.brenier.training.request.Sets;
import io.brenier.transport.dual.SolverSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Checks each of a sweep's settings as that of a job, and tells of all that cannot be carried out at once. */
final class SettingChecks {

    private static final int MOST_ERRORS = 50;

    private final Plans plans;
    private final UUID sweep;
    private final NewSweep asked;
    private final String model;
    private final Sets sets;
    /** By their pointers: a value of a grid stands in many settings, and is told of once. */
    private final Map<String, FieldProblem> errors = new LinkedHashMap<>();

    private final Map<SolverSpec, Integer> known = new HashMap<>();

    SettingChecks(Plans plans, UUID sweep, NewSweep asked, String model, Sets sets) {
        this.plans = plans;
        this.sweep = sweep;
        this.asked = asked;
        this.model = model;
        this.sets = sets;
    }

    /**
     * What the jobs would do, a setting each.
     *
     * @throws ProblemException invalid_spec, with a pointer for each value that cannot be
     */
    List<Outline> all(List<Setting> settings) {
        List<Outline> outlines = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            Setting setting = settings.get(i);
            try {
                Outline outline = outline(setting);
                outlines.add(outline);
                Integer same = known.putIfAbsent(outline.solver(), i);
                if (same != null) {
                    tell(
                            setting,
                            new FieldProblem(
                                    setting.pointer(),
                                    ProblemCode.INVALID_SPEC,
                                    "comes to the same as setting %d".formatted(same)),
                            i);
                }
            } catch (ProblemException refused) {
                refused(setting, refused, i);
            }
        }
        if (!errors.isEmpty()) {
            FieldProblem first = errors.values().iterator().next();
            throw ProblemException.of(
                    ProblemCode.INVALID_SPEC,
                    "Some of the %d settings cannot be carried out, and nothing was made. The first: %s"
                            .formatted(settings.size(), first.detail()),
                    errors.values().stream().limit(MOST_ERRORS).toList());
        }
        return outlines;
    }

    private Outline outline(Setting setting) {
        NewTrainingJob job = asked.job(setting.solver().get(), model);
        return plans.outline(sweep, job, sets);
    }

    /** What is wrong with more than the solver is wrong with the whole request. */
    private void refused(Setting setting, ProblemException refused, int index) {
        if (refused.errors().isEmpty()
                || !refused.errors().stream().allMatch(error -> Setting.isOfSolver(error.pointer()))) {
            throw refused;
        }
        refused.errors()
                .forEach(error -> tell(
                        setting,
                        new FieldProblem(setting.origin(error.pointer()), error.code(), error.detail()),
                        index));
    }

    private void tell(Setting setting, FieldProblem error, int index) {
        errors.putIfAbsent(
                error.pointer(),
                new FieldProblem(
                        error.pointer(),
                        error.code(),
                        "Setting %d, %s: %s".formatted(index, setting.values(), error.detail())));
    }
}
