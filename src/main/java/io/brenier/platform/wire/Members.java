package io.brenier.platform.wire;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.ProblemException.FieldProblem;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Which members of a flat object a request gives, and whether the chosen type takes them. */
public final class Members {

    private static final String TYPE = "type";
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Members() {}

    /**
     * Refuses members that the type would ignore.
     *
     * @param given a wire record, whose absent members are null
     * @param taken names on the wire of what the type takes beside {@code type}
     * @param pointer of the object
     * @throws ProblemException invalid_spec, with an error for each such member
     */
    public static void requireTaken(Object given, String type, Set<String> taken, String pointer) {
        List<String> foreign = JSON.valueToTree(given).propertyNames().stream()
                .filter(member -> !member.equals(TYPE) && !taken.contains(member))
                .toList();
        if (!foreign.isEmpty()) {
            List<FieldProblem> errors = foreign.stream()
                    .map(member -> new FieldProblem(
                            pointer + "/" + member, ProblemCode.INVALID_SPEC, detail(type, member, taken)))
                    .toList();
            throw ProblemException.of(
                    ProblemCode.INVALID_SPEC, detail(type, String.join("\", \"", foreign), taken), errors);
        }
    }

    private static String detail(String type, String foreign, Set<String> taken) {
        String allowed = taken.isEmpty()
                ? "no other member than \"type\""
                : String.join(", ", taken.stream().sorted().toList());
        return "\"%s\" takes no \"%s\"; it takes %s.".formatted(type, foreign, allowed);
    }
}
