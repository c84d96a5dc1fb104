package io.brenier.platform.security.key;

import io.brenier.platform.security.Caller;
import io.brenier.platform.security.Scope;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is kept: without the key.
 *
 * @param owner whom the things belong to that are made with it
 * @param name what it is for
 * @param scope what it allows, with every lesser scope
 * @param hint its first characters, to tell it from others
 * @param lastUsedAt to the minute
 */
public record ApiKey(
        UUID id,
        String owner,
        String name,
        Scope scope,
        String hint,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    Caller caller() {
        return new Caller(owner, Set.of(scope), "key:" + id);
    }
}
