package io.brenier.platform.wire;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.transport.network.InvalidSpecException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a request gives, else the default; and the refusals of specs that check themselves, with the place in the request. */
public final class Given {

    private static final Map<String, String> MEMBERS = Map.of("beta1", "betas", "beta2", "betas");

    private Given() {}

    public static <T> T or(@Nullable T given, T fallback) {
        return given == null ? fallback : given;
    }

    /**
     * The spec that is made.
     *
     * @param pointer of the object in the request
     * @throws ProblemException invalid_spec, pointing at the member that the spec refuses
     */
    public static <T> T checked(String pointer, Supplier<T> spec) {
        try {
            return spec.get();
        } catch (InvalidSpecException invalid) {
            String member = MEMBERS.getOrDefault(invalid.member(), snakeCase(invalid.member()));
            throw ProblemException.at(
                    pointer + "/" + member, ProblemCode.INVALID_SPEC, member + ": " + invalid.getMessage());
        }
    }

    private static String snakeCase(String member) {
        return member.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
