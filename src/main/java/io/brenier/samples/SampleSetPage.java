package io.brenier.samples;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** One page of the list. */
@Schema(
        name = "SampleSetPage",
        description = "One page of sample sets, newest first.",
        requiredProperties = {"items", "next_page_token"})
record SampleSetPage(
        List<SampleSet> items,

        @Schema(description = "Pass it as page_token to get the next page; empty on the last.")
        String nextPageToken) {}
