package io.brenier.models.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import io.brenier.evaluation.web.ArchivedModels;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@TestPropertySource(properties = "brenier.models.max-archive-size=100KB")
class ImportIT extends RunningService {

    private static final String[] ZIP = {"Content-Type", "application/zip"};

    private final JdbcClient database;

    @Autowired
    ImportIT(JdbcClient database) {
        this.database = database;
    }

    @Test
    void importsWhatItHandsOut() throws Exception {
        byte[] archive = ArchivedModels.archive(3);

        HttpResponse<byte[]> made = send("POST", "/v1/models/imported/versions?alias=latest", archive, ZIP);
        assertThat(made.statusCode()).as(text(made)).isEqualTo(201);
        assertThat(header(made, "Location")).isEqualTo("/v1/models/imported/versions/1");
        JsonNode version = json(made);
        assertThat(version.at("/dimension").asInt()).isEqualTo(3);
        assertThat(version.at("/solver").asString()).isEqualTo("w2-dual");
        assertThat(version.at("/provenance/data/source_sha256").asString()).isEqualTo("abc");
        assertThat(version.at("/metrics/w2_squared").asDouble()).isEqualTo(4.25);
        assertThat(version.at("/aliases/0").asString()).isEqualTo("latest");

        HttpResponse<byte[]> handedOut = get("/v1/models/imported/versions/1/artifact");
        assertThat(handedOut.body()).isEqualTo(archive);
        HttpResponse<byte[]> again = send(
                "POST",
                "/v1/models/imported-again/versions",
                handedOut.body(),
                "Content-Type",
                "application/octet-stream",
                "Repr-Digest",
                header(handedOut, "Repr-Digest"));
        assertThat(again.statusCode()).as(text(again)).isEqualTo(201);
    }

    @Test
    void storesNothingOfWhatItRefuses() throws Exception {
        byte[] archive = ArchivedModels.archive(2);
        byte[] flipped = archive.clone();
        flipped[archive.length / 2] ^= 1;
        byte[] longer = Arrays.copyOf(archive, archive.length + 10);
        List<String> before = stored();

        for (byte[] broken : List.of(
                new byte[0],
                "no zip at all".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(archive, archive.length / 2),
                Arrays.copyOf(archive, archive.length - 1),
                flipped,
                longer)) {
            assertProblem(send("POST", "/v1/models/broken/versions", broken, ZIP), 422, "invalid_archive");
        }
        assertProblem(
                send("POST", "/v1/models/broken/versions", new byte[100 * 1024 + 1], ZIP), 413, "payload_too_large");
        assertProblem(
                send(
                        "POST",
                        "/v1/models/broken/versions",
                        archive,
                        "Content-Type",
                        "application/zip",
                        "Content-Digest",
                        "sha-256=:AAAA:"),
                400,
                "digest_mismatch");
        assertProblem(send("POST", "/v1/models/Broken/versions", archive, ZIP), 400, "invalid_request");
        assertProblem(send("POST", "/v1/models/broken/versions?alias=A", archive, ZIP), 400, "invalid_request");
        assertProblem(
                send("POST", "/v1/models/broken/versions", archive, "Content-Type", "application/json"),
                415,
                "unsupported_media_type");

        assertThat(stored()).isEqualTo(before);
        assertThat(get("/v1/models/broken").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAnArchiveOfAnotherDimension() throws Exception {
        assertThat(send("POST", "/v1/models/plane/versions", ArchivedModels.archive(2), ZIP)
                        .statusCode())
                .isEqualTo(201);

        HttpResponse<byte[]> refused = send("POST", "/v1/models/plane/versions", ArchivedModels.archive(3), ZIP);
        assertProblem(refused, 422, "dimension_mismatch");
        assertThat(text(refused)).contains("R^3").contains("R^2");
    }

    private List<String> stored() {
        return database.sql("select sha256 from blobs order by sha256")
                .query(String.class)
                .list();
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String code) {
        assertThat(json(response).at("/code").asString()).as(text(response)).isEqualTo(code);
        assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
    }
}
