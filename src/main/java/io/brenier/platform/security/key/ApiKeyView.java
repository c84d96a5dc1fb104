package io.brenier.platform.security.key;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key as admins see it. */
@Schema(name = "ApiKey", description = "An API key, without the key itself.")
record ApiKeyView(
        @Schema(description = "Identifier.", example = "019aa8c4-5d7e-7c3b-9f6e-0d1c2b3a4f5e")
        UUID id,

        @Schema(description = "Whom the things belong to that are made with it.", example = "alice")
        String owner,

        @Schema(description = "What it is for.", example = "notebook")
        String name,

        @Schema(
                description = "What it allows.",
                example = "train",
                allowableValues = {"read", "train", "admin"})
        String scope,

        @Schema(description = "The first characters of the key.", example = "brn_Zk3x9Q")
        String hint,

        @Schema(description = "When it was made.") Instant createdAt,

        @Schema(description = "When it stops working; null: never.") @Nullable
        Instant expiresAt,

        @Schema(description = "When it was last used, to the minute; null: never.") @Nullable
        Instant lastUsedAt,

        @Schema(description = "When it was revoked; null: it is not.") @Nullable
        Instant revokedAt) {

    static ApiKeyView of(ApiKey key) {
        return new ApiKeyView(
                key.id(),
                key.owner(),
                key.name(),
                key.scope().wireName(),
                key.hint(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt());
    }
}
