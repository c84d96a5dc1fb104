package io.brenier.samples;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(name = "SampleSetPage", description = "One page of sample sets, newest first.")
record SampleSetPage(
        List<SampleSet> items,

        @Schema(description = "Pass it as page_token to get the next page; empty on the last.")
        String nextPageToken) {}
