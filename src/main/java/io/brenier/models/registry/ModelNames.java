package io.brenier.models.registry;

import io.brenier.platform.Excerpt;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.util.regex.Pattern;

/** What models and aliases may be called. */
public final class ModelNames {

    public static final String PATTERN = "[a-z0-9][a-z0-9._-]{0,99}";

    private static final Pattern ALLOWED = Pattern.compile(PATTERN);

    private ModelNames() {}

    /** Whether something can have this name at all. */
    public static boolean isName(String text) {
        return ALLOWED.matcher(text).matches();
    }

    public static void requireModelName(String name) {
        require("model", name);
    }

    public static void requireAliasName(String name) {
        require("alias", name);
    }

    private static void require(String what, String name) {
        if (!isName(name)) {
            throw ProblemException.of(
                    ProblemCode.INVALID_REQUEST,
                    ("'%s' cannot be the name of %s %s; a name has 1 to 100 of the characters a-z, 0-9, '.', '_' and '-'"
                                    + " and begins with a letter or a digit")
                            .formatted(abbreviate(name), what.equals("alias") ? "an" : "a", what));
        }
    }

    private static String abbreviate(String name) {
        return Excerpt.of(name, 120);
    }
}
