package io.brenier.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.brenier.evaluation.cache.ModelCache;
import io.brenier.fleet.FleetProcess.Database;
import io.brenier.training.TrainingClient;
import io.brenier.training.run.JobRunner;
import io.brenier.training.run.ScriptedService;
import io.brenier.training.run.ScriptedService.Gate;
import io.brenier.training.run.ScriptedTrainer;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One process serves, another trains. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesIT {

    private static final Duration PROMPT = Duration.ofSeconds(10);

    @TempDir
    static Path storage;

    private @Nullable FleetProcess startedApi;
    private @Nullable FleetProcess startedWorker;

    /** Where both meet. */
    Database database() {
        return Database.inMemory("roles-" + UUID.randomUUID());
    }

    @BeforeAll
    void startBoth() {
        Database database = database();
        startedApi = FleetProcess.start("api", database, storage);
        startedWorker = FleetProcess.start("worker", database, storage);
    }

    @AfterAll
    void stopBoth() {
        worker().close();
        api().close();
    }

    final FleetProcess api() {
        return Objects.requireNonNull(startedApi);
    }

    final FleetProcess worker() {
        return Objects.requireNonNull(startedWorker);
    }

    @AfterEach
    void letEverythingThrough() {
        ScriptedService.SCRIPT.set(_ -> true);
    }

    @Test
    void whatIsPostedToTheOneIsTrainedByTheOtherAndServedByTheFirst() {
        TrainingClient client = api().client();
        String id = train(client, "moved");
        JsonNode job = client.awaitStatus(id, "succeeded");
        assertThat(job.path("metrics").path("state").asDouble()).isEqualTo(ScriptedTrainer.stateAfter(3, 20));
        assertThat(job.path("transitions").toString()).contains("worker worker");
        client.postJson("/v1/models/moved/transport", "{\"points\": [[0, 0], [1, 1]]}")
                .expect(200);
    }

    @Test
    void aServingProcessHasNothingThatTrains() {
        assertThat(api().has(Scheduler.class)).isFalse();
        assertThat(api().has(JobRunner.class)).isFalse();
        assertThat(api().client().get("/actuator/health").expect(200).response().body())
                .doesNotContain("PyTorch");
        api().client().get("/readyz").expect(200);
        api().client().get("/v3/api-docs/v1").expect(200);
    }

    @Test
    void aTrainingProcessHasNothingThatServes() {
        assertThat(worker().has(Scheduler.class)).isTrue();
        assertThat(worker().has(ModelCache.class)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz", "/actuator/health", "/actuator/prometheus"})
    void aWorkerTellsHowItIs(String path) {
        worker().client().get(path).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/models",
                "/v1/training-jobs",
                "/v1/sample-sets",
                "/v1/measures",
                "/v3/api-docs",
                "/v3/api-docs/v1",
                "/swagger-ui.html",
                "/"
            })
    void aWorkerAnswersNothingElse(String path) {
        TrainingClient.Answer answer = worker().client().get(path).expect(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "cancel"})
    void commandsReachTheOtherProcess(String command) throws InterruptedException {
        TrainingClient client = api().client();
        Gate gate = new Gate(7);
        ScriptedService.SCRIPT.set(gate);
        String id = train(client, command);
        gate.awaitReached();
        long begin = System.nanoTime();
        client.post("/v1/training-jobs/" + id + "/" + command).expect(202);
        ScriptedService.SCRIPT.set(_ -> true);
        gate.open();
        client.awaitStatus(id, command.equals("pause") ? "paused" : "cancelled");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PROMPT);
    }

    @Test
    void theEventsOfAnotherProcessStreamToTheirEnd() throws InterruptedException {
        TrainingClient client = api().client();
        Gate gate = new Gate(7);
        ScriptedService.SCRIPT.set(gate);
        String id = train(client, "streamed");
        gate.awaitReached();
        gate.open();
        HttpRequest.Builder stream =
                client.request("/v1/training-jobs/" + id + "/events", "Accept", "text/event-stream");
        long begin = System.nanoTime();
        String events = client.send(stream.GET()).expect(200).response().body();
        assertThat(events).contains("event: job.created", "event: job.started", "event: job.succeeded");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PROMPT);
    }

    @Test
    void aServingProcessPromotesACheckpoint() {
        TrainingClient client = api().client();
        String id = train(client, "promoted");
        client.awaitStatus(id, "succeeded");
        client.postJson("/v1/training-jobs/" + id + "/checkpoints/15/promote", "{\"model\": \"early\"}")
                .expect(201);
        client.postJson("/v1/models/early/transport", "{\"points\": [[0, 0], [1, 1]]}")
                .expect(200);
    }

    static String train(TrainingClient client, String model) {
        return client.train("""
                {"source": "%s", "target": "%s", "seed": 3, "register_as": {"model": "%s"},
                 "solver": {"type": "w2-dual", "steps": 20, "checkpoint_every": 5, "batch_size": 8}}""".formatted(client.upload(50, 0, 0), client.upload(50, 1, 1), model));
    }
}
