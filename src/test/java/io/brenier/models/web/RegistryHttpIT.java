package io.brenier.models.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import io.brenier.models.ModelPublisher;
import io.brenier.models.NewModelVersion;
import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class RegistryHttpIT extends RunningService {

    private static final byte[] ARCHIVE =
            "an archive, as far as the registry can tell".getBytes(StandardCharsets.UTF_8);

    private final ModelPublisher publisher;
    private final BlobStore blobs;

    @Autowired
    RegistryHttpIT(ModelPublisher publisher, BlobStore blobs) {
        this.publisher = publisher;
        this.blobs = blobs;
    }

    @Test
    void showsAModelAndItsVersions() throws Exception {
        publish("shown", "latest");
        publish("shown", null);

        JsonNode model = json(get("/v1/models/shown"));
        assertThat(model.at("/name").asString()).isEqualTo("shown");
        assertThat(model.at("/dimension").asInt()).isEqualTo(2);
        assertThat(model.at("/newest_version").asInt()).isEqualTo(2);
        assertThat(model.at("/version_count").asInt()).isEqualTo(2);
        assertThat(model.at("/aliases/0/alias").asString()).isEqualTo("latest");
        assertThat(model.at("/aliases/0/version").asInt()).isEqualTo(1);

        JsonNode version = json(get("/v1/models/shown/versions/1"));
        assertThat(version.at("/state").asString()).isEqualTo("ready");
        assertThat(version.at("/provenance/seed").asInt()).isEqualTo(7);
        assertThat(version.at("/metrics/w2_squared").asDouble()).isEqualTo(4);
        assertThat(version.at("/notes/0").asString()).isEqualTo("a note");
        assertThat(version.at("/aliases/0").asString()).isEqualTo("latest");
        assertThat(version.at("/artifact/size").asInt()).isEqualTo(ARCHIVE.length);
        assertThat(version.at("/job_id").isNull()).isTrue();
        assertThat(version.at("/created_at").asString()).endsWith("Z");
    }

    @Test
    void listsInPages() throws Exception {
        for (int i = 0; i < 3; i++) {
            publish("paged-" + i, null);
            publish("paged-0", null);
        }

        JsonNode first = json(get("/v1/models/paged-0/versions?page_size=3"));
        assertThat(first.at("/items")).hasSize(3);
        assertThat(first.at("/items/0/version").asInt()).isEqualTo(4);
        JsonNode second = json(get("/v1/models/paged-0/versions?page_size=3&page_token="
                + first.at("/next_page_token").asString()));
        assertThat(second.at("/items")).hasSize(1);
        assertThat(second.at("/items/0/version").asInt()).isEqualTo(1);
        assertThat(second.at("/next_page_token").asString()).isEmpty();

        JsonNode models = json(get("/v1/models?page_size=1"));
        assertThat(models.at("/items")).hasSize(1);
        String after = models.at("/items/0/name").asString();
        JsonNode next = json(get("/v1/models?page_size=1&page_token="
                + models.at("/next_page_token").asString()));
        assertThat(next.at("/items/0/name").asString()).isGreaterThan(after);
        assertThat(get("/v1/models?page_token=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void saysWhatThereIsNot() throws Exception {
        publish("there", null);

        assertProblem(get("/v1/models/nowhere"), 404, "model_not_found");
        assertProblem(get("/v1/models/NOT%20A%20NAME"), 404, "model_not_found");
        assertProblem(get("/v1/models/nowhere/versions"), 404, "model_not_found");
        assertProblem(get("/v1/models/nowhere/versions/1"), 404, "model_not_found");
        assertProblem(get("/v1/models/there/versions/2"), 404, "version_not_found");
        assertProblem(get("/v1/models/there/versions/two"), 400, "invalid_request");
        assertProblem(get("/v1/models/there/versions/2/artifact"), 404, "version_not_found");
        assertProblem(get("/v1/models/there/aliases/best"), 404, "alias_not_found");
        assertProblem(delete("/v1/models/there/aliases/best"), 404, "alias_not_found");
        assertProblem(delete("/v1/models/nowhere"), 404, "model_not_found");
    }

    @Test
    void setsAnAliasOnlyUnderItsPreconditions() throws Exception {
        publish("aliases", null);
        publish("aliases", null);
        String path = "/v1/models/aliases/aliases/best";

        assertProblem(sendJson("PUT", path, "{\"version\": 1}", "If-Match", "*"), 412, "precondition_failed");
        HttpResponse<byte[]> made = sendJson("PUT", path, "{\"version\": 1}", "If-None-Match", "*");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(header(made, "Location")).endsWith(path);
        String etag = header(made, "ETag");
        assertThat(header(get(path), "ETag")).isEqualTo(etag);
        assertThat(get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);

        assertProblem(sendJson("PUT", path, "{\"version\": 2}", "If-None-Match", "*"), 412, "precondition_failed");
        HttpResponse<byte[]> moved = sendJson("PUT", path, "{\"version\": 2}", "If-Match", etag);
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(json(moved).at("/version").asInt()).isEqualTo(2);

        assertProblem(sendJson("PUT", path, "{\"version\": 1}", "If-Match", etag), 412, "precondition_failed");
        assertProblem(delete(path, "If-Match", etag), 412, "precondition_failed");
        assertThat(json(get(path)).at("/version").asInt()).isEqualTo(2);
        assertThat(sendJson("PUT", path, "{\"version\": 1}").statusCode()).isEqualTo(200);
        assertThat(delete(path).statusCode()).isEqualTo(204);
        assertProblem(get(path), 404, "alias_not_found");
    }

    @Test
    void refusesAliasesThatCannotBe() throws Exception {
        publish("pointless", null);
        String path = "/v1/models/pointless/aliases/best";

        assertProblem(sendJson("PUT", path, "{\"version\": 9}"), 404, "version_not_found");
        assertProblem(sendJson("PUT", path, "{\"version\": null}"), 400, "invalid_request");
        assertProblem(sendJson("PUT", path, "{\"version\": 1.5}"), 400, "invalid_request");
        assertProblem(sendJson("PUT", path, "{\"versions\": 1}"), 422, "unknown_field");
        assertProblem(sendJson("PUT", path, "{\"version\""), 400, "invalid_json");
        assertProblem(sendJson("PUT", path, "null"), 400, "invalid_request");
        assertProblem(sendJson("PUT", "/v1/models/pointless/aliases/Best", "{\"version\": 1}"), 400, "invalid_request");
        assertProblem(
                send("PUT", path, "version=1".getBytes(StandardCharsets.UTF_8), "Content-Type", "text/plain"),
                415,
                "unsupported_media_type");
    }

    @Test
    void describesAModel() throws Exception {
        publish("described", null);
        String path = "/v1/models/described";
        String etag = header(get(path), "ETag");

        assertProblem(sendJson("PATCH", path, "{\"description\": \"x\"}"), 428, "precondition_required");
        JsonNode described = json(sendJson(
                "PATCH",
                path,
                "{\"description\": \"a map\", \"labels\": {\"team\": \"photos\", \"tier\": \"b\"}}",
                "If-Match",
                etag));
        assertThat(described.at("/description").asString()).isEqualTo("a map");
        assertThat(described.at("/labels/team").asString()).isEqualTo("photos");

        assertProblem(
                sendJson("PATCH", path, "{\"description\": \"x\"}", "If-Match", etag), 412, "precondition_failed");
        JsonNode changed = json(sendJson("PATCH", path, "{\"labels\": {\"tier\": null}}", "If-Match", "*"));
        assertThat(changed.at("/labels").propertyNames()).containsExactly("team");
        assertThat(changed.at("/description").asString()).isEqualTo("a map");

        for (String refused : List.of(
                "{\"description\": \"%s\"}".formatted("x".repeat(2001)),
                "{\"description\": \"a\\u0000b\"}",
                "{\"labels\": {\"Not A Name\": \"x\"}}",
                "{\"labels\": {\"long\": \"%s\"}}".formatted("x".repeat(201)))) {
            assertProblem(sendJson("PATCH", path, refused, "If-Match", "*"), 400, "invalid_request");
        }
    }

    @Test
    void anETagOfAModelIsOutdatedByANewVersion() throws Exception {
        publish("revised", null);
        String etag = header(get("/v1/models/revised"), "ETag");

        publish("revised", "latest");

        assertThat(get("/v1/models/revised", "If-None-Match", etag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void deletesWhatNothingPointsTo() throws Exception {
        publish("deleted", "latest");
        publish("deleted", "latest");

        assertProblem(delete("/v1/models/deleted"), 409, "invalid_state");
        HttpResponse<byte[]> pointedTo = delete("/v1/models/deleted/versions/2");
        assertProblem(pointedTo, 409, "invalid_state");
        assertThat(text(pointedTo)).contains("'latest'");
        assertThat(delete("/v1/models/deleted/versions/1").statusCode()).isEqualTo(204);
        assertProblem(delete("/v1/models/deleted/versions/1"), 404, "version_not_found");
        assertThat(delete("/v1/models/deleted/aliases/latest").statusCode()).isEqualTo(204);
        assertThat(delete("/v1/models/deleted/versions/2").statusCode()).isEqualTo(204);
        assertThat(publish("deleted", null)).isEqualTo(3);
        assertThat(delete("/v1/models/deleted/versions/3").statusCode()).isEqualTo(204);

        assertThat(json(get("/v1/models/deleted")).at("/newest_version").isNull())
                .isTrue();
        assertThat(delete("/v1/models/deleted").statusCode()).isEqualTo(204);
        assertProblem(get("/v1/models/deleted"), 404, "model_not_found");
    }

    @Test
    void handsOutTheArchive() throws Exception {
        publish("downloaded", null);
        String path = "/v1/models/downloaded/versions/1/artifact";

        HttpResponse<byte[]> whole = get(path);
        assertThat(whole.body()).isEqualTo(ARCHIVE);
        assertThat(header(whole, "Repr-Digest")).startsWith("sha-256=:");
        assertThat(header(whole, "Content-Disposition")).contains("downloaded-1");
        HttpResponse<byte[]> part = get(path, "Range", "bytes=3-9");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(text(part)).isEqualTo("archive");
        assertProblem(get(path, "Range", "bytes=100-"), 416, "range_not_satisfiable");
        assertThat(get(path, "If-None-Match", header(whole, "ETag")).statusCode())
                .isEqualTo(304);
    }

    private int publish(String model, @Nullable String alias) throws IOException {
        BlobRef artifact;
        try (BlobStore.Staged staged = blobs.stage()) {
            staged.stream().write(ARCHIVE);
            artifact = staged.commit();
        }
        return publisher
                .publish(new NewModelVersion(
                        "local",
                        model,
                        alias,
                        artifact,
                        2,
                        "gaussian",
                        Map.of("seed", 7),
                        Map.of("w2_squared", 4.0),
                        List.of("a note"),
                        (UUID) null))
                .version();
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String code) {
        assertThat(json(response).at("/code").asString()).as(text(response)).isEqualTo(code);
        assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
        assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
    }
}
