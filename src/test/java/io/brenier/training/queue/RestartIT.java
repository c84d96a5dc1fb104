package io.brenier.training.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.BrenierApplication;
import io.brenier.training.TrainingClient;
import io.brenier.training.run.ActiveRuns;
import io.brenier.training.run.ScriptedService;
import io.brenier.training.run.ScriptedService.Gate;
import io.brenier.training.run.ScriptedTrainer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A service that stops, or died, and starts again on the same folder. */
class RestartIT {

    @TempDir
    Path storage;

    @AfterEach
    void letEverythingThrough() {
        ScriptedService.SCRIPT.set(_ -> true);
    }

    @Test
    void aStoppingServiceKeepsACheckpointAndTheNextOneGoesOnFromIt() throws Exception {
        Gate gate = new Gate(7);
        ScriptedService.SCRIPT.set(gate);
        ConfigurableApplicationContext service = start();
        String id = train(service);
        gate.awaitReached();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(service::close);
        service.getBean(ActiveRuns.class).shutDown();
        gate.open();
        stopping.join();

        try (ConfigurableApplicationContext next = start()) {
            JsonNode job = client(next).awaitStatus(id, "succeeded");
            assertThat(job.path("attempt").asInt()).isEqualTo(2);
            assertThat(job.path("metrics").path("state").asDouble()).isEqualTo(ScriptedTrainer.stateAfter(3, 20));
            JsonNode transitions = job.path("transitions");
            assertThat(transitions.path(2).path("status").asString()).isEqualTo("queued");
            assertThat(transitions.path(2).path("reason").asString()).contains("shutting down");
        }
    }

    @Test
    void aJobThatWasCutOffDoesNotWaitBehindThoseThatCameLater() throws Exception {
        Gate gate = new Gate(7);
        ScriptedService.SCRIPT.set(gate);
        ConfigurableApplicationContext service = start();
        String first = train(service);
        gate.awaitReached();
        String second = train(service);
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(service::close);
        service.getBean(ActiveRuns.class).shutDown();
        gate.open();
        stopping.join();

        try (ConfigurableApplicationContext next = start()) {
            Instant firstEnded = endOf(client(next).awaitStatus(first, "succeeded"));
            assertThat(firstEnded).isBefore(endOf(client(next).awaitStatus(second, "succeeded")));
        }
    }

    private static Instant endOf(JsonNode job) {
        return Instant.parse(job.path("ended_at").asString());
    }

    @Test
    void aJobThatADeadProcessHeldGoesOnAtOnce() throws Exception {
        Gate gate = new Gate(7);
        ScriptedService.SCRIPT.set(gate);
        String id;
        try (ConfigurableApplicationContext service = start()) {
            id = train(service);
            gate.awaitReached();
            client(service).post("/v1/training-jobs/" + id + "/pause").expect(202);
            gate.open();
            client(service).awaitStatus(id, "paused");
            leaveAsADeadProcessWould(service.getBean(JdbcClient.class), UUID.fromString(id));
        }
        try (ConfigurableApplicationContext next = start()) {
            JsonNode job = client(next).awaitStatus(id, "succeeded");
            assertThat(job.path("attempt").asInt()).isEqualTo(2);
            assertThat(job.path("metrics").path("state").asDouble()).isEqualTo(ScriptedTrainer.stateAfter(3, 20));
            assertThat(job.path("transitions").toString()).contains("stopped answering");
        }
    }

    /** The rows as a kill -9 leaves them: the job runs, its entry is picked, and its last heartbeat was just now. */
    private static void leaveAsADeadProcessWould(JdbcClient jdbc, UUID job) {
        String entry = QueueEntry.of(job, UUID.randomUUID());
        jdbc.sql("update training_jobs set status = 'running', worker = 'gone', queue_entry = :entry where id = :job")
                .param("entry", entry)
                .param("job", job)
                .update();
        jdbc.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version, priority)
                values ('training', :entry, :now, true, 'gone', :now, 2, 50)""")
                .param("entry", entry)
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(BrenierApplication.class, ScriptedService.class)
                .run(
                        "--server.port=0",
                        "--brenier.storage.directory=" + storage,
                        "--brenier.training.report-interval=20ms",
                        "--brenier.training.poll-interval=50ms");
    }

    private static TrainingClient client(ConfigurableApplicationContext service) {
        return new TrainingClient(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static String train(ConfigurableApplicationContext service) {
        TrainingClient client = client(service);
        return client.train("""
                {"source": "%s", "target": "%s", "seed": 3, "solver": {"type": "w2-dual", "steps": 20, "checkpoint_every": 5, "batch_size": 8}}""".formatted(client.upload(50, 0, 0), client.upload(50, 1, 1)));
    }
}
