package io.brenier.platform.wire;

import io.brenier.platform.Excerpt;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.web.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words of a request that choose among settings, and the problems with those that choose nothing. */
public final class Words {

    private Words() {}

    /** The constant of the given name; the fallback where none is given. */
    public static <E extends Enum<E>> E choose(Class<E> type, @Nullable String given, E fallback, String pointer) {
        if (given == null) {
            return fallback;
        }
        List<String> allowed =
                Arrays.stream(type.getEnumConstants()).map(Words::wireName).toList();
        int index = allowed.indexOf(given);
        if (index < 0) {
            throw notAllowed(given, allowed, pointer);
        }
        return type.getEnumConstants()[index];
    }

    /** Passes where the only allowed word is given, or none. */
    public static void require(@Nullable String given, String only, Set<String> later, String pointer) {
        if (given != null && !given.equals(only)) {
            throw later.contains(given)
                    ? unsupported(given, List.of(only), pointer)
                    : notAllowed(given, List.of(only), pointer);
        }
    }

    public static ProblemException unsupported(String given, List<String> allowed, String pointer) {
        return ProblemException.at(
                pointer,
                ProblemCode.UNSUPPORTED,
                "\"%s\" is planned, and this release does not have it; allowed is: %s."
                        .formatted(given, String.join(", ", allowed)));
    }

    public static ProblemException notAllowed(String given, List<String> allowed, String pointer) {
        String meant = Suggestion.nearest(given, allowed)
                .map(near -> " Did you mean \"" + near + "\"?")
                .orElse("");
        String shortened = Excerpt.of(given, 60);
        return ProblemException.at(
                pointer,
                ProblemCode.INVALID_SPEC,
                "\"%s\" is not allowed.%s Allowed is: %s.".formatted(shortened, meant, String.join(", ", allowed)));
    }

    public static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
