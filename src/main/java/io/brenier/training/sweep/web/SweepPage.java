package io.brenier.training.sweep.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of sweeps, newest first. */
@Schema(name = "SweepPage", description = "A page of sweeps, newest first, without their jobs.")
record SweepPage(
        List<SweepView> items,

        @Schema(description = "Pass it as page_token for the next page; empty at the end.", example = "")
        String nextPageToken) {}
