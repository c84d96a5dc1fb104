package io.brenier.platform.security.key;

import io.brenier.platform.Excerpt;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.security.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The body of a new key. */
@Schema(
        name = "NewApiKey",
        description = "An API key to be made.",
        requiredProperties = {"owner", "name", "scope"})
record ApiKeyRequest(
        @Schema(
                description =
                        "Whom the things belong to that are made with the key: several keys may have one owner. Printable ASCII characters, no spaces.",
                example = "alice",
                minLength = 1,
                maxLength = 200)
        @Nullable
        String owner,

        @Schema(description = "What the key is for.", example = "notebook", minLength = 1, maxLength = 200) @Nullable
        String name,

        @Schema(
                description =
                        "'read': looks at the owner's things and evaluates maps. 'train': also makes, changes and deletes them. 'admin': all of everybody's, and API keys.",
                example = "train",
                allowableValues = {"read", "train", "admin"})
        @Nullable
        String scope,

        @Schema(description = "When it stops working; null: never.", example = "2027-11-22T00:00:00Z") @Nullable
        Instant expiresAt) {

    NewApiKey toNewKey() {
        return new NewApiKey(given("owner", owner), given("name", name), scope(given("scope", scope)), expiresAt);
    }

    private static String given(String member, @Nullable String value) {
        if (value == null) {
            throw ProblemException.at("/" + member, ProblemCode.INVALID_REQUEST, member + " is missing.");
        }
        return value;
    }

    static Scope scope(String given) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.wireName().equals(given))
                .findFirst()
                .orElseThrow(() -> ProblemException.at(
                        "/scope",
                        ProblemCode.INVALID_REQUEST,
                        "scope is '%s'; it must be one of %s."
                                .formatted(
                                        Excerpt.of(given, 40),
                                        Arrays.stream(Scope.values())
                                                .map(Scope::wireName)
                                                .collect(Collectors.joining(", ")))));
    }
}
