package io.brenier.training.sweep;

import io.brenier.training.job.Job;
import org.jspecify.annotations.Nullable;

/**
 * A job's place in the comparison.
 *
 * @param rank from 1; null where the job cannot be compared
 * @param dual E f + E f* on the held-out samples; null where there is none
 * @param behindBest how far the dual is above the best job's; null where the job has no rank
 * @param reason why it has no rank; null where it has one
 */
public record RankedJob(
        Job job,
        @Nullable Integer rank,
        @Nullable Double dual,
        @Nullable Double behindBest,
        @Nullable String reason) {}
