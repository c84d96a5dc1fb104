package io.brenier.models.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Where an alias shall point. */
@Schema(name = "ModelAliasTarget", description = "Where an alias shall point.")
record AliasTarget(
        @Schema(
                description = "Number of a version of the model.",
                example = "1",
                minimum = "1",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @NotNull(message = "is missing; give the number of a version")
        @Nullable
        Integer version) {}
