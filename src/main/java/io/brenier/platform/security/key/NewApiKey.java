package io.brenier.platform.security.key;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.security.Scope;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key to be made.
 *
 * @param owner 1 to 200 printable ASCII characters without spaces
 * @param name 1 to 200 printable characters
 * @param expiresAt null: never
 */
public record NewApiKey(
        String owner, String name, Scope scope, @Nullable Instant expiresAt) {

    private static final Pattern OWNER = Pattern.compile("[!-~]{1,200}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,200}");

    public NewApiKey {
        if (!OWNER.matcher(owner).matches()) {
            throw ProblemException.at(
                    "/owner",
                    ProblemCode.INVALID_REQUEST,
                    "owner must have 1 to 200 printable ASCII characters and no spaces.");
        }
        if (!NAME.matcher(name).matches()) {
            throw ProblemException.at(
                    "/name", ProblemCode.INVALID_REQUEST, "name must have 1 to 200 printable characters.");
        }
    }

    void requireFuture(Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw ProblemException.at(
                    "/expires_at",
                    ProblemCode.INVALID_REQUEST,
                    "expires_at is %s, which is past; give a later time, or leave it away for a key that does not expire."
                            .formatted(expiresAt));
        }
    }
}
