package io.brenier.training.sweep.web;

import io.brenier.platform.Excerpt;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A member of the solver and the values to try.
 *
 * @param path its path, with dots
 */
record GridAxis(String path, List<@Nullable Object> values) {

    private static final Pattern PATH = Pattern.compile("[a-z0-9_]{1,64}(\\.[a-z0-9_]{1,64}){0,3}");
    private static final int LONGEST = 64;

    /** @throws ProblemException invalid_spec for a path that cannot be one, or where there are no values */
    static GridAxis of(String path, @Nullable List<@Nullable Object> values) {
        if (!PATH.matcher(path).matches()) {
            String shown = Excerpt.of(path, LONGEST);
            throw ProblemException.at(
                    "/grid",
                    ProblemCode.INVALID_SPEC,
                    "'%s' is no path into a solver; write it like \"steps\" or \"optimizer.learning_rate\"."
                            .formatted(shown));
        }
        if (values == null || values.isEmpty()) {
            throw ProblemException.at(
                    "/grid/" + path, ProblemCode.INVALID_SPEC, "%s has no values to try.".formatted(path));
        }
        return new GridAxis(path, values);
    }

    /** @throws ProblemException invalid_spec where one of them is within another */
    static void requireApart(List<GridAxis> axes) {
        for (GridAxis outer : axes) {
            for (GridAxis inner : axes) {
                if (inner.path.startsWith(outer.path + ".")) {
                    throw ProblemException.at(
                            inner.pointer(),
                            ProblemCode.INVALID_SPEC,
                            "%s is a part of %s; a grid may have the one or the other."
                                    .formatted(inner.path, outer.path));
                }
            }
        }
    }

    /** Its place in the request. */
    String pointer() {
        return "/grid/" + path;
    }

    /** Its place in a solver. */
    String member() {
        return "/" + path.replace('.', '/');
    }
}
