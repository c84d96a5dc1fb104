package io.brenier.training.sweep.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.solver.json.SolverJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The settings that a request names, in its order: a list's, or every combination of a grid's values. */
@Component
@ConditionalOnRole(Role.API)
class Settings {

    private static final String GRID = "/grid";
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper json;

    Settings(JsonMapper json) {
        this.json = json;
    }

    /**
     * At least one setting.
     *
     * @param most how many there may be
     * @throws ProblemException invalid_spec where there are more or none, or the grid contradicts itself
     */
    List<Setting> of(NewSweep asked, int most) {
        if (asked.list() == null) {
            return grid(asked.base(), asked.grid() == null ? Map.of() : asked.grid(), most);
        }
        if (asked.base() != null || asked.grid() != null) {
            throw invalid(
                    "/list",
                    "list and %s are given; give list, or base with a grid."
                            .formatted(asked.base() == null ? "grid" : "base"));
        }
        requireCount("/list", asked.list().size(), most);
        return list(asked.list());
    }

    private List<Setting> list(List<@Nullable SolverJson> solvers) {
        List<Setting> settings = new ArrayList<>();
        for (SolverJson solver : solvers) {
            String pointer = "/list/" + settings.size();
            if (solver == null) {
                throw invalid(pointer, "a solver of the list is null; give an object.");
            }
            settings.add(new Setting(() -> solver, json.convertValue(solver, OBJECT), pointer, Map.of()));
        }
        return settings;
    }

    private List<Setting> grid(
            @Nullable SolverJson base, Map<String, @Nullable List<@Nullable Object>> grid, int most) {
        List<GridAxis> axes = new ArrayList<>();
        for (Map.Entry<String, @Nullable List<@Nullable Object>> axis : grid.entrySet()) {
            axes.add(GridAxis.of(axis.getKey(), axis.getValue()));
        }
        GridAxis.requireApart(axes);
        long count = 1;
        for (GridAxis axis : axes) {
            count *= axis.values().size();
            requireCount(GRID, count, most);
        }
        List<Setting> settings = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            settings.add(combination(base, axes, index));
        }
        return settings;
    }

    /** The last axis changes fastest. */
    private Setting combination(@Nullable SolverJson base, List<GridAxis> axes, int index) {
        SequencedMap<GridAxis, Integer> chosen = new LinkedHashMap<>();
        int left = index;
        for (GridAxis axis : axes.reversed()) {
            chosen.putFirst(axis, left % axis.values().size());
            left /= axis.values().size();
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Map<String, String> origins = new LinkedHashMap<>();
        chosen.forEach((axis, value) -> {
            values.put(axis.path(), axis.values().get(value));
            origins.put(axis.member(), axis.pointer() + "/" + value);
        });
        return new Setting(() -> new PatchedSolver(json, base).with(values), values, "/base", origins);
    }

    private static void requireCount(String pointer, long count, int most) {
        if (count < 1 || count > most) {
            throw invalid(
                    pointer,
                    count < 1
                            ? "there is nothing to try; give at least one."
                            : "there are %d settings or more; a sweep may have up to %d jobs (brenier.training.max-sweep-jobs)."
                                    .formatted(count, most));
        }
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.at(pointer, ProblemCode.INVALID_SPEC, detail);
    }
}
