package io.brenier.training.sweep.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.web.JsonProblems;
import io.brenier.training.solver.json.SolverJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A solver with some of its members changed. */
record PatchedSolver(JsonMapper json, @Nullable SolverJson base) {

    private static final String ROOT = "/solver";

    /**
     * @param values by their paths, with dots
     * @throws ProblemException what the reader has against them, its pointers below {@code /solver}
     */
    SolverJson with(Map<String, @Nullable Object> values) {
        ObjectNode solver = base == null ? json.createObjectNode() : json.valueToTree(base);
        values.forEach((path, value) -> put(solver, path, json.valueToTree(value)));
        try {
            return json.treeToValue(solver, SolverJson.class);
        } catch (JacksonException unreadable) {
            throw JsonProblems.describe(unreadable).under(ROOT);
        }
    }

    private static void put(ObjectNode solver, String path, JsonNode value) {
        String[] members = path.split("\\.", -1);
        ObjectNode object = solver;
        for (int i = 0; i < members.length - 1; i++) {
            JsonNode inner = object.path(members[i]);
            if (inner.isMissingNode() || inner.isNull()) {
                object = object.putObject(members[i]);
            } else if (inner instanceof ObjectNode there) {
                object = there;
            } else {
                throw ProblemException.at(
                        ROOT + "/" + path.replace('.', '/'),
                        ProblemCode.INVALID_SPEC,
                        "%s is no object, and has no member %s.".formatted(members[i], members[i + 1]));
            }
        }
        object.set(members[members.length - 1], value);
    }
}
