package io.brenier.training.sweep.web;

import io.brenier.training.job.JobStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** Jobs by status. */
@Schema(
        name = "SweepCounts",
        description = "How many of the sweep's jobs have each status; jobs deleted since are not counted.")
record SweepCounts(
        int queued,
        int running,
        int pausing,
        int paused,
        int cancelling,
        int succeeded,
        int failed,
        int cancelled,
        int expired) {

    static SweepCounts of(Map<JobStatus, Integer> counts) {
        return new SweepCounts(
                counts.getOrDefault(JobStatus.QUEUED, 0),
                counts.getOrDefault(JobStatus.RUNNING, 0),
                counts.getOrDefault(JobStatus.PAUSING, 0),
                counts.getOrDefault(JobStatus.PAUSED, 0),
                counts.getOrDefault(JobStatus.CANCELLING, 0),
                counts.getOrDefault(JobStatus.SUCCEEDED, 0),
                counts.getOrDefault(JobStatus.FAILED, 0),
                counts.getOrDefault(JobStatus.CANCELLED, 0),
                counts.getOrDefault(JobStatus.EXPIRED, 0));
    }
}
