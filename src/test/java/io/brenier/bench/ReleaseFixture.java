package io.brenier.bench;

import io.brenier.BrenierApplication;
import io.brenier.platform.Sha256;
import io.brenier.releases.DataFolder;
import io.brenier.training.TrainingClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes what this release leaves in its folder, small, of every kind: {@code --out FILE}. Later releases open it in a test. */
final class ReleaseFixture {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String POINTS = "[[0.5, -0.25], [1.5, 1.0], [-2.0, 0.125]]";
    private static final String NETWORKS =
            "\"potential\": {\"hidden\": [8, 8]}, \"amortizer\": {\"hidden\": [8, 8]}, \"batch_size\": 32";

    private final TrainingClient client;
    private final String pair;
    private final Map<String, Object> models = new LinkedHashMap<>();

    private ReleaseFixture(TrainingClient client) {
        this.client = client;
        this.pair =
                "\"source\": \"%s\", \"target\": \"%s\"".formatted(client.upload(60, 0, 0), client.upload(80, 2, 1));
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("brenier-release");
        Map<String, Object> expected;
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(BrenierApplication.class)
                .run("--server.port=0", "--brenier.storage.directory=" + folder)) {
            int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            expected = new ReleaseFixture(new TrainingClient(port)).fill();
        }
        Files.writeString(folder.resolve(DataFolder.EXPECTED), JSON.writeValueAsString(expected));
        Path zip = Path.of(new Arguments(arguments).text("out", "release.zip"));
        DataFolder.pack(folder, zip);
        System.out.printf("%s: %,d bytes%n", zip, Files.size(zip));
    }

    private Map<String, Object> fill() {
        train("affine", "\"type\": \"gaussian\"");
        train("cells", "\"type\": \"entropic\"");
        train("clusters", "\"type\": \"mixture\", \"components\": 2");
        train("networks", "\"type\": \"w2-dual\", \"steps\": 40, " + NETWORKS);
        String drawn = client.train("""
                {"source_measure": {"type": "circle", "count": 100}, "target_measure": {"type": "gaussian", "dimension": 2, "count": 100},
                 "solver": {"type": "identity"}, "register_as": {"model": "drawn"}, "metadata": {"by": "the fixture"}}""");
        client.awaitStatus(drawn, "succeeded");
        client.postJson(
                        "/v1/sweeps",
                        "{%s, \"list\": [{\"type\": \"gaussian\"}, {\"type\": \"identity\"}], \"register_as\": {\"model\": \"swept\"}}"
                                .formatted(pair))
                .expect(202);
        String paused = paused();
        String upload = upload();
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put(
                "sample_sets", client.get("/v1/sample-sets").expect(200).json().path("items"));
        expected.put("models", models);
        expected.put("points", JSON.readTree(POINTS));
        expected.put("paused", paused);
        expected.put("upload", upload);
        expected.put("jobs", List.of(drawn, paused));
        return expected;
    }

    private void train(String model, String solver) {
        String job = client.train(
                "{%s, \"solver\": {%s}, \"register_as\": {\"model\": \"%s\"}}".formatted(pair, solver, model));
        client.awaitStatus(job, "succeeded");
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (String direction : List.of("forward", "inverse")) {
            answers.put(
                    direction,
                    client.postJson(
                                    "/v1/models/%s/transport?direction=%s".formatted(model, direction),
                                    "{\"points\": %s}".formatted(POINTS))
                            .expect(200)
                            .json()
                            .path("points"));
        }
        models.put(model, answers);
    }

    /** A job in the middle, with a checkpoint. */
    private String paused() {
        String job = client.train(
                "{%s, \"solver\": {\"type\": \"w2-dual\", \"steps\": 3000, \"checkpoint_every\": 20, %s}, \"register_as\": {\"model\": \"resumed\"}}"
                        .formatted(pair, NETWORKS));
        client.await(job, now -> now.path("progress").path("completed").asLong() > 100);
        client.post("/v1/training-jobs/" + job + "/pause").expect(202);
        client.awaitStatus(job, "paused");
        return job;
    }

    private String upload() {
        String id = client.postJson("/v1/uploads", "{\"name\": \"in parts\", \"content_type\": \"text/csv\"}")
                .expect(201)
                .json()
                .path("id")
                .asString();
        byte[] part = "0,0\n1,2\n3,1\n".getBytes(StandardCharsets.US_ASCII);
        client.send(client.request(
                                "/v1/uploads/" + id + "/parts/1",
                                "Content-Type",
                                "application/octet-stream",
                                "Content-Digest",
                                "sha-256=:"
                                        + Base64.getEncoder()
                                                .encodeToString(Sha256.digest().digest(part))
                                        + ":")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(part)))
                .expect(200);
        return id;
    }
}
