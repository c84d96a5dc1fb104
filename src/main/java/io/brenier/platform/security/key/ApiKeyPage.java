package io.brenier.platform.security.key;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Some of the API keys. */
@Schema(name = "ApiKeyPage", description = "API keys, the newest first.")
record ApiKeyPage(
        @Schema(description = "The keys of this page.") List<ApiKeyView> items,

        @Schema(description = "Asks for the next page; empty at the end.")
        String nextPageToken) {}
