package io.brenier.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.BrenierApplication;
import io.brenier.training.TrainingClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every older release left in its folder opens in this one: the database is brought up, everything is listed, maps give what they gave, jobs go on. A test
 * that fails here is a release that cannot be upgraded to: mend the code, never the fixture.
 */
class OlderReleasesIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double TOLERANCE = 1e-5;

    @TempDir
    private Path folder;

    static List<Path> releases() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/releases"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void opensWhatTheReleaseLeft(Path release) throws IOException {
        DataFolder.unpack(release, folder);
        JsonNode expected = JSON.readTree(Files.readString(folder.resolve(DataFolder.EXPECTED)));
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(BrenierApplication.class)
                .run("--server.port=0", "--brenier.storage.directory=" + folder)) {
            TrainingClient client = new TrainingClient(
                    service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));

            sampleSetsAreThere(client, expected);
            modelsGiveWhatTheyGave(client, expected);
            jobsAreThere(client, expected);
            thePausedJobGoesOnFromItsCheckpoint(client, expected.path("paused").asString());
            theOpenUploadCanBeCompleted(client, expected.path("upload").asString());
        }
    }

    private static void sampleSetsAreThere(TrainingClient client, JsonNode expected) {
        assertThat(expected.path("sample_sets").size()).isPositive();
        for (JsonNode set : expected.path("sample_sets")) {
            String path = "/v1/sample-sets/" + set.path("id").asString();
            JsonNode now = client.get(path).expect(200).json();
            set.properties()
                    .forEach(member -> assertThat(now.path(member.getKey()))
                            .as(member.getKey())
                            .isEqualTo(member.getValue()));
            // Read to its end, and so held to its hash.
            client.get(path + "/content").expect(200);
        }
    }

    private static void modelsGiveWhatTheyGave(TrainingClient client, JsonNode expected) {
        assertThat(expected.path("models").size()).isPositive();
        expected.path("models").properties().forEach(model -> {
            client.get("/v1/models/%s/versions/1".formatted(model.getKey())).expect(200);
            client.get("/v1/models/%s/versions/1/artifact".formatted(model.getKey()))
                    .expect(200);
            model.getValue().properties().forEach(answer -> {
                JsonNode now = client.postJson(
                                "/v1/models/%s/transport?direction=%s&alias=latest"
                                        .formatted(model.getKey(), answer.getKey()),
                                "{\"points\": %s}".formatted(expected.path("points")))
                        .expect(200)
                        .json()
                        .path("points");
                requireClose(now, answer.getValue(), model.getKey() + " " + answer.getKey());
            });
        });
    }

    private static void requireClose(JsonNode now, JsonNode then, String what) {
        assertThat(now.size()).isEqualTo(then.size()).isPositive();
        for (int row = 0; row < then.size(); row++) {
            for (int column = 0; column < then.path(row).size(); column++) {
                assertThat(now.path(row).path(column).asDouble())
                        .as("%s, row %d", what, row)
                        .isCloseTo(then.path(row).path(column).asDouble(), within(TOLERANCE));
            }
        }
    }

    private static void jobsAreThere(TrainingClient client, JsonNode expected) {
        assertThat(client.get("/v1/training-jobs")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isGreaterThan(expected.path("jobs").size());
        for (JsonNode job : expected.path("jobs")) {
            String path = "/v1/training-jobs/" + job.asString();
            client.get(path).expect(200);
            assertThat(client.get(path + "/events")
                            .expect(200)
                            .json()
                            .path("items")
                            .size())
                    .isPositive();
            client.get(path + "/metrics").expect(200);
        }
        assertThat(client.get("/v1/sweeps").expect(200).json().path("items").size())
                .isPositive();
    }

    private static void thePausedJobGoesOnFromItsCheckpoint(TrainingClient client, String job) {
        assertThat(client.job(job).path("status").asString()).isEqualTo("paused");

        client.post("/v1/training-jobs/" + job + "/resume").expect(202);

        JsonNode done = client.awaitStatus(job, "succeeded");
        assertThat(done.path("attempt").asInt()).isEqualTo(2);
    }

    private static void theOpenUploadCanBeCompleted(TrainingClient client, String upload) {
        JsonNode known = client.get("/v1/uploads/" + upload).json();
        // Its time is up some day; that is told then.
        if (known.path("code").asString("").equals("upload_expired")) {
            return;
        }
        client.post("/v1/uploads/" + upload + "/complete").expect(201);
    }
}
