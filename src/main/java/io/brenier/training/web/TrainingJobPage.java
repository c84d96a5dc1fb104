package io.brenier.training.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of jobs, newest first. */
@Schema(name = "TrainingJobPage", description = "A page of jobs, newest first.")
record TrainingJobPage(
        List<TrainingJob> items,

        @Schema(description = "Pass it as page_token for the next page; empty at the end.", example = "")
        String nextPageToken) {}
