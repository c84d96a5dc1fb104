package io.brenier.platform.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.evaluation.web.ArchivedModels;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of each thing that somebody can own, and a body for each operation on it that reaches the question whose it is. */
final class Fixtures {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MODEL = "alices-model";
    private static final String PROBLEM = "\"source\": \"%s\", \"target\": \"%s\"";

    private Fixtures() {}

    /** Names of what was made, by the part of the path that stands before them. */
    static Map<String, String> make(Caller alice) throws Exception {
        String set = id(alice.call(
                "POST",
                "/v1/sample-sets",
                "{\"name\": \"hers\", \"measure\": {\"type\": \"circle\", \"count\": 200, \"seed\": 1}}"));
        String problem = PROBLEM.formatted(set, set);
        String job = id(alice.call(
                "POST",
                "/v1/training-jobs",
                "{%s, \"solver\": {\"type\": \"gaussian\"}, \"register_as\": {\"model\": \"%s\"}}"
                        .formatted(problem, MODEL)));
        String sweep = id(alice.call(
                "POST",
                "/v1/sweeps",
                "{%s, \"list\": [{\"type\": \"gaussian\"}], \"register_as\": {\"model\": \"alices-sweep\"}}"
                        .formatted(problem)));
        String upload = id(alice.call("POST", "/v1/uploads", "{\"name\": \"hers\", \"content_type\": \"text/csv\"}"));
        Map<String, String> things = new LinkedHashMap<>();
        things.put("sample-sets", set);
        things.put("uploads", upload);
        things.put("training-jobs", job);
        things.put("sweeps", sweep);
        things.put("models", MODEL);
        awaitEnd(alice, job);
        verify(alice, things);
        return things;
    }

    /** All of them are there for their owner. */
    static void verify(Caller alice, Map<String, String> things) throws Exception {
        for (String path : List.of(
                "/v1/sample-sets/" + things.get("sample-sets"),
                "/v1/sample-sets/" + things.get("sample-sets") + "/content",
                "/v1/uploads/" + things.get("uploads"),
                "/v1/training-jobs/" + things.get("training-jobs"),
                "/v1/training-jobs/" + things.get("training-jobs") + "/events",
                "/v1/sweeps/" + things.get("sweeps"),
                "/v1/models/" + MODEL,
                "/v1/models/" + MODEL + "/versions/1",
                "/v1/models/" + MODEL + "/versions/1/artifact",
                "/v1/models/" + MODEL + "/aliases/latest",
                "/v1/models/" + MODEL + "/map-plot")) {
            assertThat(alice.call("GET", path, "").statusCode()).as(path).isEqualTo(200);
        }
        assertThat(alice.call("POST", "/v1/models/" + MODEL + "/transport", "{\"points\": [[0, 0]]}")
                        .statusCode())
                .isEqualTo(200);
    }

    static byte[] body(String place, @Nullable String type) throws IOException {
        if (place.equals("POST /v1/models/{model}/versions")) {
            return ArchivedModels.archive(2);
        }
        if (type == null) {
            return new byte[0];
        }
        return switch (place) {
            case "PUT /v1/models/{model}/aliases/{alias}" -> json("{\"version\": 1}");
            case "POST /v1/models/{model}/distance" ->
                json("{\"source\": {\"points\": [[0, 0], [1, 1]]}, \"target\": {\"points\": [[0, 0], [1, 1]]}}");
            case "POST /v1/models/{model}/transport",
                    "POST /v1/models/{model}/potential",
                    "POST /v1/models/{model}/interpolate",
                    "POST /v1/models/{model}/density" -> json("{\"points\": [[0, 0]]}");
            default -> json("{}");
        };
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void awaitEnd(Caller alice, String job) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        JsonNode now;
        do {
            now = JSON.readTree(
                    alice.call("GET", "/v1/training-jobs/" + job, "").body());
            assertThat(System.nanoTime()).as(now.toString()).isLessThan(deadline);
        } while (now.path("ended_at").isNull());
        assertThat(now.path("status").asString()).as(now.toString()).isEqualTo("succeeded");
    }

    private static String id(HttpResponse<byte[]> made) {
        assertThat(made.statusCode())
                .as(new String(made.body(), StandardCharsets.UTF_8))
                .isBetween(200, 299);
        return JSON.readTree(made.body()).path("id").asString();
    }

    /** Sends a request with a body of JSON. */
    @FunctionalInterface
    interface Caller {
        HttpResponse<byte[]> call(String method, String path, String body) throws Exception;
    }
}
