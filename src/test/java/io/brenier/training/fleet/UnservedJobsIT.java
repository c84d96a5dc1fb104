package io.brenier.training.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import io.brenier.training.TrainingClient;
import io.brenier.training.fleet.WorkerTable.RegisteredWorker;
import io.brenier.training.job.Device;
import io.brenier.training.run.ScriptedService;
import io.brenier.training.run.TrainingProperties;
import io.brenier.training.store.WaitingJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Jobs that ask for a GPU of a fleet that has none. */
@Import(ScriptedService.class)
@TestPropertySource(properties = "brenier.training.no-worker-timeout=2h")
@DirtiesContext
class UnservedJobsIT extends RunningService {

    private static final Duration LIVING = Duration.ofMinutes(1);

    private final TrainingClient client;
    private final WorkerTable workers;
    private final RegisteredWorker gpu = new RegisteredWorker(UUID.randomUUID(), "with-a-gpu", Device.GPU, 1);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final WaitingJobs waiting;
    private final TrainingProperties properties;
    private final UnservedJobs watcher;
    private String job = "";

    @Autowired
    UnservedJobsIT(@LocalServerPort int port, WorkerTable workers, WaitingJobs waiting, TrainingProperties properties) {
        this.client = new TrainingClient(port);
        this.workers = workers;
        this.waiting = waiting;
        this.properties = properties;
        InstantSource time = now::get;
        this.watcher = new UnservedJobs(workers, waiting, properties, time.withZone(ZoneOffset.UTC));
    }

    @BeforeEach
    void askForAGpu() {
        job = client.train("""
                {"source": "%s", "target": "%s", "limits": {"device": "gpu"},
                 "solver": {"type": "w2-dual", "steps": 5, "checkpoint_every": 5, "batch_size": 8}}""".formatted(client.upload(50, 0, 0), client.upload(50, 1, 1)));
    }

    @AfterEach
    void leaveNothingBehind() {
        workers.remove(gpu.id());
        client.post("/v1/training-jobs/" + job + "/cancel");
    }

    @Test
    void theJobSaysOnceThatNoWorkerHasWhatItAsksFor() {
        watcher.round();
        watcher.round();
        assertThat(warnings())
                .containsExactly("No worker that trains on gpu is there; the job waits for one, for 2h at most.");
        JsonNode shown = client.job(job);
        assertThat(shown.path("status").asString()).isEqualTo("queued");
        assertThat(shown.path("waiting_for").path("device").asString()).isEqualTo("gpu");
        assertThat(Instant.parse(shown.path("waiting_for").path("since").asString()))
                .isBefore(Instant.now().plusSeconds(1));
    }

    @Test
    void onceAWorkerIsThereItWaitsForNoneAndNoTimeIsCounted() {
        watcher.round();
        workers.beat(gpu, LIVING);
        now.set(now.get().plus(Duration.ofHours(3)));
        watcher.round();
        assertThat(client.job(job).path("waiting_for").isNull()).isTrue();
        assertThat(client.job(job).path("status").asString()).isEqualTo("queued");
    }

    @Test
    void aWorkerThatMissedItsBeatsIsNoneAndIsForgotten() {
        workers.beat(gpu, LIVING.negated());
        watcher.round();
        assertThat(client.job(job).path("waiting_for").path("device").asString())
                .isEqualTo("gpu");
        assertThat(workers.removeDead()).isLessThanOrEqualTo(1);
        workers.beat(gpu, LIVING);
        assertThat(workers.devices()).contains(Device.CPU, Device.GPU);
    }

    @Test
    void afterItsTimeItFailsAndNamesTheCause() {
        watcher.round();
        now.set(now.get().plus(Duration.ofHours(3)));
        watcher.round();
        JsonNode failed = client.job(job);
        assertThat(failed.path("status").asString()).isEqualTo("failed");
        assertThat(failed.path("error").path("code").asString()).isEqualTo("no_worker");
        assertThat(failed.path("error").path("message").asString())
                .isEqualTo("No worker that trains on gpu has been there for 2h (brenier.training.no-worker-timeout).");
        assertThat(failed.path("waiting_for").isNull()).isTrue();
        assertThat(eventTypes()).endsWith("warning", "job.failed");
    }

    @Test
    void timeInWhichNobodyLookedDoesNotCount() {
        watcher.round();
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(2)), ZoneOffset.UTC);
        new UnservedJobs(workers, waiting, properties, later).round();
        assertThat(client.job(job).path("status").asString()).isEqualTo("queued");
    }

    @Test
    void theAutoscalerOfADeviceSeesItsJobsAndItsSlots() {
        workers.beat(gpu, LIVING);
        assertThat(client.get("/actuator/prometheus").expect(200).response().body())
                .contains("brenier_training_queue_depth{device=\"gpu\"} 1.0")
                .contains("brenier_training_queue_depth{device=\"any\"} 0.0")
                .contains("brenier_training_queue_held{device=\"gpu\"} 0.0")
                .contains("brenier_training_slots{device=\"cpu\"} 1.0")
                .contains("brenier_training_slots{device=\"gpu\"} 1.0");
    }

    private List<String> warnings() {
        return StreamSupport.stream(events().spliterator(), false)
                .filter(event -> event.path("type").asString().equals("warning"))
                .map(event -> event.path("message").asString())
                .toList();
    }

    private List<String> eventTypes() {
        return StreamSupport.stream(events().spliterator(), false)
                .map(event -> event.path("type").asString())
                .toList();
    }

    private JsonNode events() {
        return client.get("/v1/training-jobs/" + job + "/events?limit=1000")
                .expect(200)
                .json()
                .path("items");
    }
}
