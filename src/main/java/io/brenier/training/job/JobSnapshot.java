package io.brenier.training.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of a job's row. */
public record JobSnapshot(
        UUID id,
        JobPlan plan,
        JobStatus status,
        long revision,
        int attempt,
        int failures,
        int losses,
        Instant createdAt,
        Instant queuedAt,
        @Nullable Instant unservedSince,
        boolean heldBack,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long ranMillis,
        JobProgress progress,
        @Nullable String worker,
        @Nullable String queueEntry,
        @Nullable JobError error,
        @Nullable Integer modelVersion,
        Map<String, Double> metrics,
        List<String> notes) {}
