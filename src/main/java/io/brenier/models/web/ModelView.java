package io.brenier.models.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.brenier.models.registry.StoredAlias;
import io.brenier.models.registry.StoredModel;
import io.brenier.models.registry.VersionStore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model as clients see it. */
@Schema(name = "Model", description = "A model: one map under one name, in versions.")
record ModelView(
        @Schema(description = "Its name.", example = "colours")
        String name,

        @Schema(description = "Who alone may see and change it.", example = "local")
        String owner,

        @Schema(description = "d of R^d, which all its versions map.", example = "3")
        int dimension,

        @Schema(description = "What its users should know.") String description,
        @Schema(description = "Labels, by name.") Map<String, String> labels,

        @JsonProperty("newest_version")
        @Schema(
                description = "Number of the newest version; null where all have been deleted.",
                types = {"integer", "null"},
                example = "1")
        @Nullable
        Integer newestVersion,

        @JsonProperty("version_count") @Schema(description = "How many versions there are.", example = "1")
        int versionCount,

        @Schema(description = "Its aliases, by name.") List<AliasView> aliases,

        @JsonProperty("created_at") @Schema(description = "When it was made.")
        Instant createdAt,

        @JsonProperty("updated_at") @Schema(description = "When anything that is shown here last changed.")
        Instant updatedAt) {

    static ModelView of(StoredModel model, VersionStore.@Nullable Summary versions, List<StoredAlias> aliases) {
        return new ModelView(
                model.name(),
                model.owner(),
                model.dimension(),
                model.description(),
                model.labels(),
                versions == null ? null : versions.newest(),
                versions == null ? 0 : versions.count(),
                aliases.stream().map(AliasView::of).toList(),
                model.createdAt(),
                model.updatedAt());
    }
}
