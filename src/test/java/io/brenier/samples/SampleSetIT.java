package io.brenier.samples;

import static io.brenier.samples.SampleSetHttp.SQUARE;
import static io.brenier.samples.SampleSetHttp.encoded;
import static io.brenier.samples.SampleSetHttp.json;
import static io.brenier.samples.SampleSetHttp.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.platform.points.PointsFormat;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SampleSetIT {

    private static final Set<UUID> NEEDED = ConcurrentHashMap.newKeySet();

    @TempDir
    static Path storage;

    @LocalServerPort
    private int port;

    @Autowired
    private SampleSets sets;

    private SampleSetHttp http = new SampleSetHttp(0);

    @DynamicPropertySource
    static void storeInTheTemporaryFolder(DynamicPropertyRegistry registry) {
        registry.add("brenier.storage.directory", storage::toString);
    }

    @BeforeEach
    void connect() {
        http = new SampleSetHttp(port);
    }

    @ParameterizedTest
    @EnumSource(PointsFormat.class)
    void storesSamplesOfEveryFormatAndTellsTheirMoments(PointsFormat format) {
        String query = format == PointsFormat.JSON ? "?name=q" : "?name=day-2&labels=site=north&labels=eq=a=b";
        HttpResponse<byte[]> response = http.upload(query, format, encoded(SQUARE, format));

        assertThat(response.statusCode()).isEqualTo(201);
        JsonNode set = json(response);
        assertThat(response.headers().firstValue("Location"))
                .contains("/v1/sample-sets/" + set.path("id").asString());
        assertThat(set.path("count").asInt()).isEqualTo(4);
        assertThat(set.path("dimension").asInt()).isEqualTo(2);
        assertThat(set.path("dtype").asString()).isEqualTo("float32");
        assertThat(set.path("mean").toString()).isEqualTo("[1.5,0.0]");
        assertThat(set.path("variance").get(0).asDouble()).isEqualTo(1.25, within(1e-12));
        assertThat(set.path("variance").get(1).asDouble()).isEqualTo(0.875, within(1e-12));
        assertThat(set.path("created_at").asString()).matches("20\\d\\d-.*Z");
        assertThat(sets.load(UUID.fromString(set.path("id").asString()))).isEqualTo(SQUARE);
        if (format != PointsFormat.JSON) {
            assertThat(set.path("labels").toString()).contains("\"site\":\"north\"", "\"eq\":\"a=b\"");
        }
    }

    @Test
    void takesNameAndLabelsOutOfTheJsonWhereverTheyStand() {
        JsonNode set = http.stored(
                "",
                PointsFormat.JSON,
                "{\"points\": [[0], [1]], \"labels\": {\"a\": \"b\"}, \"name\": \"Tag 2 ☀\"}"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(set.path("name").asString()).isEqualTo("Tag 2 ☀");
        assertThat(set.path("labels").toString()).isEqualTo("{\"a\":\"b\"}");
    }

    @Test
    void storesEqualPointsOnce() {
        JsonNode npy = http.stored("?name=a", PointsFormat.NPY, encoded(SQUARE, PointsFormat.NPY));
        JsonNode csv = http.stored("?name=b", PointsFormat.CSV, encoded(SQUARE, PointsFormat.CSV));

        assertThat(csv.path("sha256")).isEqualTo(npy.path("sha256"));
        assertThat(csv.path("id")).isNotEqualTo(npy.path("id"));
    }

    @Test
    void listsNewestFirstPageByPage() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(
                    http.stored("?name=n" + i, PointsFormat.CSV, ("0\n" + (i + 1)).getBytes(StandardCharsets.US_ASCII))
                            .path("id")
                            .asString());
        }
        List<String> listed = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = json(http.get("/v1/sample-sets?page_size=2&page_token=" + token));
            page.path("items").forEach(set -> listed.add(set.path("id").asString()));
            token = page.path("next_page_token").asString();
        } while (!token.isEmpty());

        assertThat(listed).startsWith(made.toArray(String[]::new)).doesNotHaveDuplicates();
    }

    @Test
    void showsOneSetAndKnowsWhatTheClientHas() {
        JsonNode set = http.stored("?name=a", PointsFormat.NPY, encoded(SQUARE, PointsFormat.NPY));
        String path = "/v1/sample-sets/" + set.path("id").asString();

        HttpResponse<byte[]> shown = http.get(path);
        assertThat(json(shown)).isEqualTo(set);
        String etag = shown.headers().firstValue("ETag").orElseThrow();
        assertThat(http.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @Test
    void givesThePointsBackWholeAndInParts() throws Exception {
        byte[] npy = encoded(SQUARE, PointsFormat.NPY);
        JsonNode set = http.stored("?name=a", PointsFormat.NPY, npy);
        String path = "/v1/sample-sets/" + set.path("id").asString() + "/content";

        HttpResponse<byte[]> whole = http.get(path);
        assertThat(whole.body()).isEqualTo(npy);
        assertThat(whole.headers().firstValue("Content-Type")).contains("application/x-npy");
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(npy);
        assertThat(set.path("sha256").asString()).isEqualTo(HexFormat.of().formatHex(sha256));
        assertThat(whole.headers().firstValue("Repr-Digest"))
                .contains("sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":");

        HttpResponse<byte[]> part = http.get(path, "Range", "bytes=128-135");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(npy, 128, 136));
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 128-135/" + npy.length);

        HttpResponse<byte[]> head = http.send("HEAD", path, new byte[0]);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains(Integer.toString(npy.length));
        assertThat(head.body()).isEmpty();

        String etag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(http.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(http.get(path, "Range", "bytes=0-9", "If-Range", etag).statusCode())
                .isEqualTo(206);
        assertThat(http.get(path, "Range", "bytes=0-9", "If-Range", "\"other\"").body())
                .isEqualTo(npy);
        assertThat(http.get(path, "Range", "lines=1-2").body()).isEqualTo(npy);
        problem(http.get(path, "Range", "bytes=5000-"), 416, "range_not_satisfiable");
        problem(http.get(path, "Accept", "text/html"), 406, "not_acceptable");
    }

    @Test
    void deletesWhatNobodyNeeds() {
        JsonNode set = http.stored("?name=a", PointsFormat.NPY, encoded(SQUARE, PointsFormat.NPY));
        String path = "/v1/sample-sets/" + set.path("id").asString();
        NEEDED.add(UUID.fromString(set.path("id").asString()));

        JsonNode refusal = problem(http.send("DELETE", path, new byte[0]), 409, "sample_set_in_use");
        assertThat(refusal.path("detail").asString()).contains("the test");
        assertThat(http.get(path).statusCode()).isEqualTo(200);

        NEEDED.clear();
        assertThat(http.send("DELETE", path, new byte[0]).statusCode()).isEqualTo(204);
        problem(http.get(path), 404, "sample_set_not_found");
        problem(http.get(path + "/content"), 404, "sample_set_not_found");
        problem(http.send("DELETE", path, new byte[0]), 404, "sample_set_not_found");
    }

    @TestConfiguration
    static class Usage {

        @Bean
        SampleSetUsage needOfTheTest() {
            return id -> NEEDED.contains(id) ? Optional.of("the test") : Optional.empty();
        }
    }
}
