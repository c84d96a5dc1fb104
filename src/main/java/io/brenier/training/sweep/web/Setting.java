package io.brenier.training.sweep.web;

import io.brenier.training.solver.json.SolverJson;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One of the settings to try.
 *
 * @param solver reads it; throws a {@link io.brenier.platform.ProblemException} where it is none, its pointers below {@code /solver}
 * @param values what sets it apart from the others
 * @param pointer of what the whole of it stands for in the request
 * @param origins of members of the solver, by their pointers, in the request
 */
record Setting(
        Supplier<SolverJson> solver,
        Map<String, @Nullable Object> values,
        String pointer,
        Map<String, String> origins) {

    private static final String ROOT = "/solver";

    /** Whether the pointer is one into a job's solver. */
    static boolean isOfSolver(String pointer) {
        return pointer.equals(ROOT) || pointer.startsWith(ROOT + "/");
    }

    /** Where in the request that stands which a job has at {@code inJob}. */
    String origin(String inJob) {
        String member = inJob.substring(ROOT.length());
        for (Map.Entry<String, String> origin : origins.entrySet()) {
            String path = origin.getKey();
            if (member.equals(path) || member.startsWith(path + "/")) {
                return origin.getValue() + member.substring(path.length());
            }
        }
        return pointer + member;
    }
}
