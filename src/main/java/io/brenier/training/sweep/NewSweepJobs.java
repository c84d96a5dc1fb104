package io.brenier.training.sweep;

import io.brenier.training.job.JobPlan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep is to be made of; every plan carries its place in it.
 *
 * @param request what was asked for, as JSON
 * @param heldOut rows of the smaller side that the jobs are scored on
 * @param alias goes to the best version; null: none does
 */
public record NewSweepJobs(
        List<JobPlan> plans,
        String request,
        long splitSeed,
        int heldOut,
        @Nullable String alias,
        Map<String, String> metadata) {}
