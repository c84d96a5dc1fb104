package io.brenier.models.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Some of the versions of a model. */
@Schema(name = "ModelVersionPage", description = "Versions of a model, the newest first.")
record VersionPage(
        @Schema(description = "The versions of this page.") List<VersionView> items,

        @JsonProperty("next_page_token") @Schema(description = "Asks for the next page; empty at the end.")
        String nextPageToken) {}
