package io.brenier.models.web;

import io.brenier.platform.Excerpt;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** If-Match and If-None-Match (RFC 9110, section 13) on what has a revision. */
final class Preconditions {

    private Preconditions() {}

    static String etag(UUID revision) {
        return "\"" + revision + "\"";
    }

    /** Refuses a revision that the headers do not allow to be replaced; null stands for what does not exist yet. */
    static Consumer<@Nullable UUID> of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        return revision -> {
            if (ifMatch != null && !names(ifMatch, revision)) {
                throw failed(
                        "If-Match",
                        ifMatch,
                        revision == null ? "nothing exists here yet" : "the current ETag is " + etag(revision));
            }
            if (ifNoneMatch != null && names(ifNoneMatch, revision)) {
                throw failed("If-None-Match", ifNoneMatch, "it exists already");
            }
        };
    }

    /** As above, where a change without If-Match might undo somebody else's. */
    static Consumer<@Nullable UUID> required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw ProblemException.of(
                    ProblemCode.PRECONDITION_REQUIRED,
                    "If-Match is missing; send the ETag that GET gave, or * to change whatever there is");
        }
        return of(ifMatch, null);
    }

    private static boolean names(String header, @Nullable UUID revision) {
        return revision != null
                && Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag(revision)));
    }

    private static ProblemException failed(String header, String given, String current) {
        String shown = Excerpt.of(given, 100);
        return ProblemException.of(
                ProblemCode.PRECONDITION_FAILED, "%s is %s, but %s".formatted(header, shown, current));
    }
}
