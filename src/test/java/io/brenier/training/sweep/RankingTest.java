package io.brenier.training.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.models.ModelVersionId;
import io.brenier.training.job.Device;
import io.brenier.training.job.Job;
import io.brenier.training.job.JobError;
import io.brenier.training.job.JobPlan;
import io.brenier.transport.dual.GaussianSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final int HELD_OUT = 100;

    @Test
    void theLowestDualIsBest() {
        Job worse = succeeded(Map.of("validation_dual", 3.0));
        Job better = succeeded(Map.of("validation_dual", -1.0));
        List<RankedJob> ranked = Ranking.of(List.of(worse, better), HELD_OUT);
        assertThat(ranked).extracting(RankedJob::job).containsExactly(better, worse);
        assertThat(ranked).extracting(RankedJob::rank).containsExactly(1, 2);
        assertThat(ranked).extracting(RankedJob::behindBest).containsExactly(0.0, 4.0);
        assertThat(ranked).extracting(RankedJob::reason).containsOnlyNulls();
    }

    @Test
    void equalsKeepTheirOrder() {
        Job first = succeeded(Map.of("validation_dual", 1.0));
        Job second = succeeded(Map.of("validation_dual", 1.0));
        assertThat(Ranking.of(List.of(first, second), HELD_OUT))
                .extracting(RankedJob::job)
                .containsExactly(first, second);
    }

    @Test
    void aDualThatIsLowForWantOfConjugatesDoesNotWin() {
        Job lost = succeeded(Map.of("validation_dual", -50.0, "unconverged_rows", 6.0));
        Job sound = succeeded(Map.of("validation_dual", 2.0, "unconverged_rows", 5.0));
        List<RankedJob> ranked = Ranking.of(List.of(lost, sound), HELD_OUT);
        assertThat(ranked).extracting(RankedJob::job).containsExactly(sound, lost);
        assertThat(ranked.getLast().rank()).isNull();
        assertThat(ranked.getLast().dual()).isEqualTo(-50.0);
        assertThat(ranked.getLast().reason()).contains("6 of 100");
    }

    @Test
    void whatHasNoDualStandsBeforeWhatHasNotEndedAndThatBeforeWhatFailed() {
        Job failed = taken();
        failed.fail(new JobError("diverged", "The training diverged."), NOW);
        Job queued = queued();
        Job without = succeeded(Map.of());
        Job ranked = succeeded(Map.of("validation_dual", 1.0));
        List<RankedJob> all = Ranking.of(List.of(failed, queued, without, ranked), HELD_OUT);
        assertThat(all).extracting(RankedJob::job).containsExactly(ranked, without, queued, failed);
        assertThat(all)
                .extracting(RankedJob::reason)
                .containsExactly(
                        null,
                        "The map has no finite dual on the held-out samples.",
                        "The job is queued.",
                        "The job failed: The training diverged.");
    }

    private static Job succeeded(Map<String, Double> metrics) {
        Job job = taken();
        job.succeed(new ModelVersionId("m", 1), metrics, List.of(), NOW);
        return job;
    }

    private static Job taken() {
        Job job = queued();
        job.take("worker", "entry", NOW);
        return job;
    }

    private static Job queued() {
        UUID set = new UUID(0, 1);
        return Job.queued(
                UUID.randomUUID(),
                new JobPlan(
                        "local",
                        set,
                        set,
                        null,
                        null,
                        2,
                        new GaussianSpec(),
                        0,
                        null,
                        Device.ANY,
                        "m",
                        null,
                        Map.of(),
                        null),
                NOW);
    }
}
