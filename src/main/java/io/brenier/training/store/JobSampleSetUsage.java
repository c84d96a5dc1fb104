package io.brenier.training.store;

import io.brenier.samples.SampleSetUsage;
import io.brenier.training.job.JobStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Jobs need their sets until they end. */
@Component
class JobSampleSetUsage implements SampleSetUsage {

    private static final Set<JobStatus> UNFINISHED = Arrays.stream(JobStatus.values())
            .filter(status -> !status.ended())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(JobStatus.class)));

    private final JobStore jobs;

    JobSampleSetUsage(JobStore jobs) {
        this.jobs = jobs;
    }

    @Override
    public Optional<String> neededBy(UUID sampleSet) {
        List<UUID> users = jobs.using(sampleSet, UNFINISHED);
        return users.isEmpty() ? Optional.empty() : Optional.of("training job %s".formatted(users.getFirst()));
    }
}
