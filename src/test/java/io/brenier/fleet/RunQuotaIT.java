package io.brenier.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.fleet.FleetProcess.Database;
import io.brenier.platform.database.Times;
import io.brenier.training.TrainingClient;
import io.brenier.training.job.JobError;
import io.brenier.training.store.Attempts;
import io.brenier.training.store.RunQuota;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The order of an owner's jobs of which one may run at a time. */
class RunQuotaIT {

    @TempDir
    Path storage;

    Database database() {
        return Database.inMemory("quota-" + UUID.randomUUID());
    }

    @Test
    void whatIsHeldBackKeepsThePlaceOfItsSubmission() {
        // A process that takes nothing from the queue: the test plays the worker.
        try (FleetProcess api = FleetProcess.start("api", database(), storage, "--brenier.limits.running-jobs=1")) {
            TrainingClient client = api.client();
            Attempts attempts = api.bean(Attempts.class);
            RunQuota quota = api.bean(RunQuota.class);
            UUID first = train(client);
            UUID second = train(client);
            UUID third = train(client);

            assertThat(quota.holdBack(first)).isFalse();
            attempts.take(first, "worker", "entry");
            assertThat(quota.holdBack(second)).isTrue();
            assertThat(quota.holdBack(third)).isTrue();
            assertThat(quota.firstHeldBack()).containsExactly(second);
            assertThat(quota.letGo(second)).isFalse();

            end(attempts, first);
            UUID fourth = train(client);
            // There is room, but two came before.
            assertThat(quota.holdBack(fourth)).isTrue();
            assertThat(quota.letGo(second)).isTrue();
            assertThat(places(api, second)).hasSize(2).containsOnly(submitted(client, second));
            assertThat(quota.firstHeldBack()).containsExactly(third);
            assertThat(quota.letGo(third)).isFalse();

            attempts.take(second, "worker", "entry");
            end(attempts, second);
            assertThat(quota.letGo(third)).isTrue();
            assertThat(quota.letGo(third)).isFalse();
        }
    }

    private static UUID train(TrainingClient client) {
        return UUID.fromString(RolesIT.train(client, "held-back"));
    }

    private static void end(Attempts attempts, UUID job) {
        attempts.change(job, 1, (running, now) -> running.fail(new JobError(JobError.INTERNAL, "Enough."), now));
    }

    private static Instant submitted(TrainingClient client, UUID job) {
        return Instant.parse(client.job(job.toString()).path("created_at").asString());
    }

    private static List<Instant> places(FleetProcess api, UUID job) {
        return api.bean(JdbcClient.class)
                .sql("select execution_time from scheduled_tasks where task_instance like :entries")
                .param("entries", job + "/%")
                .query((row, _) -> Times.read(row, "execution_time"))
                .list();
    }
}
