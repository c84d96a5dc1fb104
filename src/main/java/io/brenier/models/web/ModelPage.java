package io.brenier.models.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Some of the models. */
@Schema(name = "ModelPage", description = "Models, by name.")
record ModelPage(
        @Schema(description = "The models of this page.") List<ModelView> items,

        @JsonProperty("next_page_token") @Schema(description = "Asks for the next page; empty at the end.")
        String nextPageToken) {}
