package io.brenier.models.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.brenier.models.registry.StoredAlias;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An alias as clients see it. */
@Schema(name = "ModelAlias", description = "A name that points to one version of a model at a time.")
record AliasView(
        @Schema(description = "Its name.", example = "latest")
        String alias,

        @Schema(description = "The version that it points to.", example = "1")
        int version,

        @JsonProperty("updated_at") @Schema(description = "When it was last set.")
        Instant updatedAt) {

    static AliasView of(StoredAlias alias) {
        return new AliasView(alias.alias(), alias.version(), alias.updatedAt());
    }
}
