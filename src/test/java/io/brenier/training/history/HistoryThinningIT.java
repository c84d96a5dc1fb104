package io.brenier.training.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import io.brenier.training.TrainingClient;
import io.brenier.training.run.ScriptedService;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What remains of a job that ended long ago. */
@Import(ScriptedService.class)
@TestPropertySource(properties = "brenier.training.report-interval=1ms")
class HistoryThinningIT extends RunningService {

    private final TrainingClient client;
    private final HistoryStore store;

    @Autowired
    HistoryThinningIT(@LocalServerPort int port, HistoryStore store) {
        this.client = new TrainingClient(port);
        this.store = store;
    }

    @Test
    void someFiguresRemainAndEveryEventButThoseThatRepeatThem() {
        String id = client.train("""
                {"source": "%s", "target": "%s", "solver": {"type": "w2-dual", "steps": 50, "checkpoint_every": 5, "batch_size": 8}}""".formatted(client.upload(50, 0, 0), client.upload(50, 1, 1)));
        client.awaitStatus(id, "succeeded");
        UUID job = UUID.fromString(id);
        Instant later = Instant.now().plusSeconds(60);
        assertThat(store.wholeAndEndedBefore(Instant.EPOCH, 10)).doesNotContain(job);
        assertThat(store.wholeAndEndedBefore(later, 10)).contains(job);
        assertThat(steps(id)).hasSize(50);
        assertThat(eventTypes(id)).contains("metrics");

        store.thin(job, 10);

        assertThat(steps(id)).containsExactly(5L, 10L, 15L, 20L, 25L, 30L, 35L, 40L, 45L, 50L);
        assertThat(eventTypes(id))
                .contains("job.created", "job.started", "checkpoint.created", "job.succeeded")
                .doesNotContain("metrics");
        assertThat(store.wholeAndEndedBefore(later, 10)).doesNotContain(job);
        assertThat(client.get("/v1/training-jobs?status=succeeded&status=failed")
                        .expect(200)
                        .json()
                        .path("items")
                        .toString())
                .contains(id);
        assertThat(client.get("/v1/training-jobs?status=queued")
                        .expect(200)
                        .json()
                        .path("items")
                        .toString())
                .doesNotContain(id);
    }

    private List<Long> steps(String id) {
        JsonNode metrics = client.get("/v1/training-jobs/" + id + "/metrics?limit=1000")
                .expect(200)
                .json();
        return StreamSupport.stream(metrics.path("series").path(0).path("steps").spliterator(), false)
                .map(JsonNode::asLong)
                .toList();
    }

    private List<String> eventTypes(String id) {
        JsonNode events = client.get("/v1/training-jobs/" + id + "/events?limit=1000")
                .expect(200)
                .json();
        return StreamSupport.stream(events.path("items").spliterator(), false)
                .map(item -> item.path("type").asString())
                .toList();
    }
}
