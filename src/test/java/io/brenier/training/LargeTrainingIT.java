package io.brenier.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Trainings that do not fit into the memory that they may take. */
@TestPropertySource(properties = "brenier.training.memory.limit=128MB")
class LargeTrainingIT extends RunningService {

    private static final String NETWORKS =
            "\"potential\": {\"hidden\": [16, 16]}, \"amortizer\": {\"hidden\": [16, 16]}";

    private final TrainingClient client;
    private final Path directory;

    LargeTrainingIT(@LocalServerPort int port, @Value("${brenier.storage.directory}") Path directory) {
        this.client = new TrainingClient(port);
        this.directory = directory;
    }

    @Test
    void samplesThatDoNotFitAreStreamed() throws IOException {
        String id = client.train("""
                {"source_measure": {"type": "gaussian", "mean": [0, 0], "covariance": [[1, 0], [0, 1]], "count": 1500000},
                 "target_measure": {"type": "gaussian", "mean": [2, 0], "covariance": [[1, 0], [0, 1]], "count": 1500000},
                 "solver": {"type": "w2-dual", "steps": 20, "batch_size": 64, %s}}""".formatted(NETWORKS));

        JsonNode job = client.awaitStatus(id, "succeeded");

        assertThat(job.path("metrics").path("w2_squared").asDouble()).isBetween(3.5, 4.5);
        assertThat(client.get("/v1/training-jobs/" + id + "/events?limit=100")
                        .expect(200)
                        .response()
                        .body())
                .contains("The 1,500,000 points of the source do not fit into the memory allowed");
        try (Stream<Path> unfinished = Files.list(directory.resolve("unfinished"))) {
            assertThat(unfinished).as("what was shuffled is gone").isEmpty();
        }
    }

    @Test
    void aJobThatCannotFitIsRefusedWithTheFigure() {
        String points = client.upload(400, 0, 0);
        TrainingClient.Answer refused = client.postJson("/v1/training-jobs", """
                {"source": "%s", "target": "%s",
                 "solver": {"type": "w2-dual", "batch_size": 64, "potential": {"hidden": [4096, 4096, 4096]}}}""".formatted(points, points))
                .expect(422);

        assertThat(refused.code()).isEqualTo("job_too_large");
        assertThat(refused.detail()).contains("128 MB are allowed").containsPattern("about [0-9,]+ MB");
    }
}
