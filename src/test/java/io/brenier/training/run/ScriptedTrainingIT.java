package io.brenier.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.training.TrainingClient;
import io.brenier.training.run.ScriptedService.Gate;
import io.brenier.training.store.Attempts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** How jobs go, with trainings that stop where the test wants them to. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "brenier.training.report-interval=20ms",
            "brenier.training.retry-backoff=10ms",
            "brenier.training.max-attempts=3",
            "brenier.training.max-queued=3",
            "brenier.training.poll-interval=50ms"
        })
@Import(ScriptedService.class)
@DirtiesContext
class ScriptedTrainingIT {

    private final TrainingClient client;
    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final List<Gate> gates = new ArrayList<>();
    private String sets = "";

    @Autowired
    ScriptedTrainingIT(@LocalServerPort int port, JdbcClient jdbc, Attempts attempts) {
        this.client = new TrainingClient(port);
        this.jdbc = jdbc;
        this.attempts = attempts;
    }

    @DynamicPropertySource
    static void storage(DynamicPropertyRegistry registry) {
        Path directory = Path.of("target", "it", UUID.randomUUID().toString());
        registry.add("brenier.storage.directory", directory.toAbsolutePath()::toString);
    }

    @BeforeEach
    void uploadSets() {
        sets = "\"source\": \"%s\", \"target\": \"%s\"".formatted(client.upload(50, 0, 0), client.upload(50, 1, 1));
    }

    @AfterEach
    void letEverythingThrough() {
        ScriptedService.SCRIPT.set(_ -> true);
        gates.forEach(Gate::open);
    }

    @Test
    void aPausedJobGoesOnWhereItStoodAndEndsAsIfItHadNot() throws InterruptedException {
        Gate gate = gate(7);
        String id = train(20, 5);
        gate.awaitReached();
        command(id, "pause").expect(202);
        command(id, "pause").expect(202);
        gate.open();
        client.awaitStatus(id, "paused");
        command(id, "pause").expect(200);
        assertThat(checkpointSteps(id)).containsExactly(5L, 8L);
        command(id, "resume").expect(202);
        JsonNode job = client.awaitStatus(id, "succeeded");
        assertThat(job.path("metrics").path("state").asDouble()).isEqualTo(ScriptedTrainer.stateAfter(3, 20));
        assertThat(job.path("attempt").asInt()).isEqualTo(2);
        assertThat(types(id))
                .containsSubsequence(
                        "job.created",
                        "job.queued",
                        "job.started",
                        "job.paused",
                        "job.resumed",
                        "job.queued",
                        "job.started",
                        "job.succeeded")
                .endsWith("job.succeeded");
    }

    @Test
    void whileAJobTrainsItsInstantAnswerServes() throws InterruptedException {
        Gate gate = gate(3);
        String id = train(10, 5);
        gate.awaitReached();
        assertThat(version(id).path("state").asString()).isEqualTo("provisional");
        client.postJson("/v1/models/job-" + id + "/transport", "{\"points\": [[0, 0]]}")
                .expect(200);
        gate.open();
        JsonNode job = client.awaitStatus(id, "succeeded");
        assertThat(job.path("model").path("version").asInt()).isEqualTo(1);
        assertThat(version(id).path("state").asString()).isEqualTo("ready");
        assertThat(version(id).path("metrics").has("state")).isTrue();
    }

    private JsonNode version(String job) {
        return client.get("/v1/models/job-" + job + "/versions/1").expect(200).json();
    }

    @Test
    void aCancelledJobMakesNoModel() throws InterruptedException {
        Gate gate = gate(3);
        String id = train(10, 5);
        gate.awaitReached();
        command(id, "cancel").expect(202);
        gate.open();
        JsonNode job = client.awaitStatus(id, "cancelled");
        assertThat(job.path("model").isNull()).isTrue();
        command(id, "cancel").expect(200);
        assertThat(command(id, "resume").expect(409).code()).isEqualTo("invalid_state");
        client.get("/v1/models/job-" + id).expect(404);
    }

    @Test
    void anExceptionIsTriedAgainFromTheLastCheckpoint() {
        AtomicInteger breaks = new AtomicInteger(2);
        ScriptedService.SCRIPT.set(step -> {
            if (step == 12 && breaks.getAndDecrement() > 0) {
                throw new IllegalStateException("the disk is on fire");
            }
            return true;
        });
        String id = train(20, 5);
        JsonNode job = client.awaitStatus(id, "succeeded");
        assertThat(job.path("attempt").asInt()).isEqualTo(3);
        assertThat(job.path("metrics").path("state").asDouble()).isEqualTo(ScriptedTrainer.stateAfter(3, 20));
        JsonNode steps = client.get("/v1/training-jobs/" + id + "/metrics?names=dual_objective")
                .expect(200)
                .json()
                .path("series")
                .path(0)
                .path("steps");
        assertThat(steps.size()).isEqualTo(20);
    }

    @Test
    void anExceptionThatStaysEndsTheJobAsInternal() {
        ScriptedService.SCRIPT.set(_ -> {
            throw new IllegalStateException("the disk is on fire");
        });
        JsonNode job = client.awaitStatus(train(10, 5), "failed");
        assertThat(job.path("error").path("code").asString()).isEqualTo("internal");
        assertThat(job.path("attempt").asInt()).isEqualTo(3);
    }

    @Test
    void divergenceFailsAtOnceAndItsLastGoodCheckpointCanBePromoted() {
        ScriptedService.SCRIPT.set(step -> step < 8);
        String id = train(20, 5);
        JsonNode job = client.awaitStatus(id, "failed");
        assertThat(job.path("error").path("code").asString()).isEqualTo("diverged");
        assertThat(job.path("attempt").asInt()).isEqualTo(1);
        assertThat(checkpointSteps(id)).containsExactly(5L, 8L);
        JsonNode version = client.postJson(
                        "/v1/training-jobs/" + id + "/checkpoints/8/promote",
                        "{\"model\": \"rescued\", \"alias\": \"best\"}")
                .expect(201)
                .json();
        assertThat(version.path("name").asString()).isEqualTo("rescued");
        client.get("/v1/models/rescued/versions/1").expect(200);
        assertThat(client.post("/v1/training-jobs/" + id + "/checkpoints/7/promote")
                        .expect(404)
                        .code())
                .isEqualTo("checkpoint_not_found");
    }

    @Test
    void aJobExpiresWhenItsTimeIsUsedUp() {
        ScriptedService.SCRIPT.set(_ -> true);
        String id = client.train("""
                {%s, "limits": {"max_runtime_seconds": 1},
                 "solver": {"type": "w2-dual", "steps": 100000000, "log_every": 100000, "checkpoint_every": 100000000, "batch_size": 8}}""".formatted(sets));
        JsonNode job = client.awaitStatus(id, "expired");
        assertThat(job.path("model").isNull()).isTrue();
        assertThat(checkpointSteps(id)).hasSize(1);
    }

    @Test
    void aRunThatLostItsJobWritesNothingMore() throws InterruptedException {
        Gate gate = gate(7);
        String id = train(20, 5);
        gate.awaitReached();
        ScriptedService.SCRIPT.set(_ -> true);
        String entry = jdbc.sql("select queue_entry from training_jobs where id = :id")
                .param("id", UUID.fromString(id))
                .query(String.class)
                .single();
        assertThat(attempts.workerLost(UUID.fromString(id), entry, 5)).isTrue();
        jdbc.sql(
                        "update scheduled_tasks set picked = false, picked_by = null, version = version + 1 where task_instance = :entry")
                .param("entry", entry)
                .update();
        gate.open();
        JsonNode job = client.awaitStatus(id, "succeeded");
        assertThat(job.path("attempt").asInt()).isEqualTo(2);
        assertThat(job.path("metrics").path("state").asDouble()).isEqualTo(ScriptedTrainer.stateAfter(3, 20));
        assertThat(types(id).stream().filter("job.succeeded"::equals)).hasSize(1);
    }

    @Test
    void aJobWhoseWorkerDiesAgainAndAgainWithoutProgressFails() throws InterruptedException {
        Gate gate = gate(1);
        String id = train(10, 5);
        gate.awaitReached();
        String entry = jdbc.sql("select queue_entry from training_jobs where id = :id")
                .param("id", UUID.fromString(id))
                .query(String.class)
                .single();
        assertThat(attempts.workerLost(UUID.fromString(id), entry, 0)).isFalse();
        gate.open();
        JsonNode job = client.job(id);
        assertThat(job.path("status").asString()).isEqualTo("failed");
        assertThat(job.path("error").path("message").asString()).contains("died");
    }

    @Test
    void aFullQueueRefusesMore() throws InterruptedException {
        Gate gate = gate(0);
        String running = train(3, 5);
        gate.awaitReached();
        List<String> waiting = List.of(train(3, 5), train(3, 5), train(3, 5));
        TrainingClient.Answer refused =
                client.postJson("/v1/training-jobs", "{%s}".formatted(sets)).expect(429);
        assertThat(refused.code()).isEqualTo("queue_full");
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        assertThat(client.get("/v1/training-jobs?status=queued")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(3);
        waiting.forEach(id -> command(id, "cancel").expect(200));
        gate.open();
        client.awaitStatus(running, "succeeded");
    }

    @Test
    void setsOfAnUnfinishedJobCannotBeDeleted() throws InterruptedException {
        Gate gate = gate(0);
        String id = train(3, 5);
        gate.awaitReached();
        String source = client.job(id).path("source").asString();
        assertThat(client.delete("/v1/sample-sets/" + source).expect(409).code())
                .isEqualTo("sample_set_in_use");
        assertThat(client.delete("/v1/training-jobs/" + id).expect(409).code()).isEqualTo("invalid_state");
        gate.open();
        client.awaitStatus(id, "succeeded");
        client.delete("/v1/sample-sets/" + source).expect(204);
        client.delete("/v1/training-jobs/" + id).expect(204);
        client.get("/v1/training-jobs/" + id).expect(404);
        client.get("/v1/models/job-" + id).expect(200);
    }

    private String train(long steps, int checkpointEvery) {
        return client.train(
                "{%s, \"seed\": 3, \"solver\": {\"type\": \"w2-dual\", \"steps\": %d, \"checkpoint_every\": %d, \"batch_size\": 8}}"
                        .formatted(sets, steps, checkpointEvery));
    }

    private Gate gate(long at) {
        Gate gate = new Gate(at);
        gates.add(gate);
        ScriptedService.SCRIPT.set(gate);
        return gate;
    }

    private TrainingClient.Answer command(String id, String command) {
        return client.post("/v1/training-jobs/" + id + "/" + command);
    }

    private List<Long> checkpointSteps(String id) {
        JsonNode items = client.get("/v1/training-jobs/" + id + "/checkpoints")
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("step").asLong())
                .toList();
    }

    private List<String> types(String id) {
        JsonNode items = client.get("/v1/training-jobs/" + id + "/events?limit=1000")
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("type").asString())
                .toList();
    }
}
