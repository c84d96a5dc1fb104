package io.brenier.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whole trainings with the real trainers, on small data. */
class RealTrainingIT extends RunningService {

    private final TrainingClient client;

    RealTrainingIT(@LocalServerPort int port) {
        this.client = new TrainingClient(port);
    }

    @Test
    void aGaussianJobEndsWithAModelAtOnce() {
        String source = client.upload(400, 0, 0);
        String target = client.upload(500, 3, 1);
        String id = client.train("""
                {"source": "%s", "target": "%s", "solver": {"type": "gaussian"}, "register_as": {"model": "shift"}}""".formatted(source, target));
        JsonNode job = client.awaitStatus(id, "succeeded");
        assertThat(job.path("model").path("name").asString()).isEqualTo("shift");
        assertThat(job.path("model").path("version").asInt()).isEqualTo(1);
        assertThat(job.path("attempt").asInt()).isEqualTo(1);
        assertThat(job.path("progress").path("completed").asInt()).isEqualTo(1);
    }

    @Test
    void aShortDualJobLogsFiguresAndKeepsCheckpoints() {
        String source = client.upload(400, 0, 0);
        String target = client.upload(400, 2, 0);
        String id = client.train("""
                {"source": "%s", "target": "%s", "seed": 7,
                 "solver": {"type": "w2-dual", "steps": 60, "batch_size": 64, "log_every": 10, "validate_every": 20, "checkpoint_every": 20,
                            "potential": {"hidden": [16, 16]}, "amortizer": {"hidden": [16, 16]}}}""".formatted(source, target));
        JsonNode job = client.awaitStatus(id, "succeeded");
        assertThat(job.path("model").path("name").asString()).isEqualTo("job-" + id);
        assertThat(job.path("metrics").path("w2_squared").asDouble()).isBetween(3.0, 5.5);
        JsonNode series = client.get("/v1/training-jobs/" + id + "/metrics?names=dual_objective")
                .expect(200)
                .json()
                .path("series")
                .path(0);
        assertThat(series.path("name").asString()).isEqualTo("dual_objective");
        assertThat(series.path("steps").toString()).isEqualTo("[10,20,30,40,50,60]");
        JsonNode checkpoints = client.get("/v1/training-jobs/" + id + "/checkpoints")
                .expect(200)
                .json()
                .path("items");
        assertThat(checkpoints.size()).isEqualTo(3);
        JsonNode promoted = client.postJson(
                        "/v1/training-jobs/" + id + "/checkpoints/40/promote", "{\"model\": \"early\"}")
                .expect(201)
                .json();
        assertThat(promoted.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void aJobWithAPatienceEndsEarlyAndSaysSo() {
        String source = client.upload(400, 0, 0);
        String target = client.upload(400, 2, 0);
        String id = client.train("""
                {"source": "%s", "target": "%s", "seed": 7,
                 "solver": {"type": "w2-dual", "steps": 100000, "batch_size": 64, "validate_every": 20, "patience": 3,
                            "potential": {"hidden": [16, 16]}, "amortizer": {"hidden": [16, 16]}}}""".formatted(source, target));
        JsonNode job = client.awaitStatus(id, "succeeded");
        assertThat(job.path("solver").path("patience").asInt()).isEqualTo(3);
        assertThat(job.path("notes").toString()).contains("of 100000: the held-out dual had stopped to fall.");
    }
}
