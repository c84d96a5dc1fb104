package io.brenier.samples.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import io.brenier.platform.Sha256;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@TestPropertySource(properties = {"brenier.uploads.max-part-size=10KB", "brenier.uploads.max-bytes=50KB"})
class UploadIT extends RunningService {

    private static final String CSV = "0,0\n1,0.5\n2,1\n3,4\n";

    private final JdbcClient database;
    private final AbandonedUploads abandoned;

    @Autowired
    UploadIT(JdbcClient database, AbandonedUploads abandoned) {
        this.database = database;
        this.abandoned = abandoned;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"text/csv|0,0\\n1,0.5\\n2,1\\n", "application/json|{\"points\": [[0, 0], [1, 0.5], [2, 1]]}"})
    void makesTheSetThatOneCallWouldMake(String type, String body) throws Exception {
        byte[] whole = body.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        String upload = open(type);
        put(upload, 2, Arrays.copyOfRange(whole, 7, whole.length));
        put(upload, 1, Arrays.copyOf(whole, 7));

        HttpResponse<byte[]> made = complete(upload, "");

        assertThat(made.statusCode()).as(text(made)).isEqualTo(201);
        assertThat(header(made, "Location"))
                .isEqualTo("/v1/sample-sets/" + json(made).path("id").asString());
        assertThat(json(made).path("labels").toString()).isEqualTo("{\"site\":\"north\"}");
        assertThat(json(made).path("count").asInt()).isEqualTo(3);
        HttpResponse<byte[]> again = send(
                "POST",
                "/v1/sample-sets?name=q",
                "0,0\n1,0.5\n2,1\n".getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "text/csv");
        assertThat(json(made).path("sha256")).isEqualTo(json(again).path("sha256"));
    }

    @Test
    void takesManyPartsOfAnNpyFileInAnyOrderAndAtOnce() throws Exception {
        String rows = new Random(1)
                .ints(1500, 0, 1000)
                .mapToObj(value -> value + "," + value * 2)
                .collect(Collectors.joining("\n"));
        HttpResponse<byte[]> direct = send(
                "POST", "/v1/sample-sets?name=q", rows.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/csv");
        byte[] npy = get(header(direct, "Location") + "/content").body();
        String upload = open("application/x-npy");
        List<Callable<Integer>> parts = new ArrayList<>(IntStream.range(0, Math.ceilDiv(npy.length, 1000))
                .<Callable<Integer>>mapToObj(i -> () -> put(
                                upload, i + 1, Arrays.copyOfRange(npy, i * 1000, Math.min(npy.length, (i + 1) * 1000)))
                        .statusCode())
                .toList());
        Collections.shuffle(parts, new Random(2));

        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> status : clients.invokeAll(parts)) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
        HttpResponse<byte[]> made = complete(upload, "{\"sha256\": \"%s\"}".formatted(hex(npy)));

        assertThat(made.statusCode()).as(text(made)).isEqualTo(201);
        assertThat(json(made).path("sha256")).isEqualTo(json(direct).path("sha256"));
    }

    @Test
    void tellsWhatHasArrivedAndReplacesWhatComesAgain() throws Exception {
        String upload = open("text/csv");
        put(upload, 1, bytes("1,2\n"));
        put(upload, 1, bytes("3,4\n5,6\n"));

        JsonNode shown = json(get(upload));

        assertThat(shown.path("parts").size()).isEqualTo(1);
        assertThat(shown.at("/parts/0/sha256").asString()).isEqualTo(hex(bytes("3,4\n5,6\n")));
        assertThat(shown.path("received").asInt()).isEqualTo(8);
        assertThat(shown.path("max_part_size").asInt()).isEqualTo(10 << 10);
        assertThat(shown.path("sample_set").isNull()).isTrue();
    }

    @Test
    void namesTheMissingPartsAndGoesOnWithThem() throws Exception {
        String upload = open("text/csv");
        put(upload, 1, bytes(CSV));
        put(upload, 3, bytes("9,9\n"));

        HttpResponse<byte[]> gap = complete(upload, "");
        assertProblem(gap, 409, "upload_incomplete");
        assertThat(json(gap).at("/errors/0/pointer").asString()).isEqualTo("/parts/1");
        String sent = "{\"parts\": [{\"number\": 1, \"sha256\": \"%s\"}, {\"number\": 2, \"sha256\": \"%s\"}]}"
                .formatted("0".repeat(64), hex(bytes("8,8\n")));
        HttpResponse<byte[]> others = complete(upload, sent);
        assertProblem(others, 409, "upload_incomplete");
        assertThat(json(others).path("errors").size()).isEqualTo(3);

        put(upload, 2, bytes("8,8\n"));
        assertThat(complete(upload, "").statusCode()).isEqualTo(201);
    }

    @Test
    void leavesAnUploadOpenWhoseContentIsRefused() throws Exception {
        String upload = open("text/csv");
        put(upload, 1, bytes("0,0\n1,NaN\n"));
        assertProblem(complete(upload, ""), 422, "non_finite_input");
        put(upload, 1, bytes(CSV));
        assertProblem(complete(upload, "{\"sha256\": \"%s\"}".formatted("0".repeat(64))), 400, "digest_mismatch");

        assertThat(complete(upload, "").statusCode()).isEqualTo(201);
    }

    @Test
    void aCompletionThatIsRepeatedGivesTheSameSet() throws Exception {
        String upload = open("text/csv");
        put(upload, 1, bytes(CSV));
        List<Callable<String>> completions = Collections.nCopies(
                4, () -> json(complete(upload, "")).path("id").asString());

        List<String> sets = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            for (Future<String> set : clients.invokeAll(completions)) {
                sets.add(set.get());
            }
        }

        assertThat(sets).hasSize(4).containsOnly(sets.getFirst());
        assertThat(json(get(upload)).path("sample_set").asString()).isEqualTo(sets.getFirst());
        assertProblem(put(upload, 1, bytes(CSV)), 409, "invalid_state");
        delete("/v1/sample-sets/" + sets.getFirst());
        assertProblem(complete(upload, ""), 409, "invalid_state");
    }

    @Test
    void keepsNothingOfAPartThatItRefuses() throws Exception {
        String upload = open("text/csv");

        HttpResponse<byte[]> without =
                send("PUT", upload + "/parts/1", bytes(CSV), "Content-Type", "application/octet-stream");
        assertProblem(without, 400, "invalid_request");
        HttpResponse<byte[]> wrong = send(
                "PUT",
                upload + "/parts/1",
                bytes(CSV),
                "Content-Type",
                "application/octet-stream",
                "Content-Digest",
                digest(bytes("other")));
        assertProblem(wrong, 400, "digest_mismatch");
        assertProblem(put(upload, 1, new byte[(10 << 10) + 1]), 413, "payload_too_large");
        assertProblem(put(upload, 0, bytes(CSV)), 400, "invalid_request");
        assertProblem(put(upload, 10_001, bytes(CSV)), 400, "invalid_request");
        for (int number = 1; number <= 5; number++) {
            put(upload, number, new byte[10 << 10]);
        }
        assertProblem(put(upload, 6, bytes("1")), 413, "payload_too_large");

        assertThat(json(get(upload)).path("parts").size()).isEqualTo(5);
    }

    @Test
    void refusesToOpenWhatCannotBecomeASet() throws Exception {
        assertProblem(post("{\"name\": \"q\"}"), 400, "invalid_request");
        assertProblem(post("{\"content_type\": \"text/csv\"}"), 400, "invalid_request");
        assertProblem(post("{\"name\": \"\", \"content_type\": \"text/csv\"}"), 400, "invalid_request");
        assertProblem(post("{\"name\": \"q\", \"content_type\": \"image/png\"}"), 415, "unsupported_media_type");
    }

    @Test
    void anExpiredUploadIsGoneAndItsPartsAreDropped() throws Exception {
        String upload = open("text/csv");
        put(upload, 1, bytes(CSV));
        String id = upload.substring(upload.lastIndexOf('/') + 1);
        database.sql("update uploads set expires_at = current_timestamp where id = cast(:id as uuid)")
                .param("id", id)
                .update();

        assertProblem(get(upload), 410, "upload_expired");
        assertProblem(put(upload, 2, bytes("1")), 410, "upload_expired");
        assertProblem(complete(upload, ""), 410, "upload_expired");
        abandoned.drop();

        assertProblem(get(upload), 410, "upload_expired");
        assertThat(database.sql("select count(*) from upload_parts where upload_id = cast(:id as uuid)")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesACompletionWhoseListHasAHole() throws Exception {
        String upload = open("text/csv");
        put(upload, 1, bytes("1,2\n3,5\n"));
        assertThat(complete(upload, "{\"parts\": [null]}").statusCode()).isEqualTo(400);
        assertThat(complete(upload, "{\"parts\": [{\"number\": 1}]}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aDeletedUploadIsNotThere() throws Exception {
        String upload = open("text/csv");
        put(upload, 1, bytes(CSV));

        assertThat(delete(upload).statusCode()).isEqualTo(204);

        assertProblem(get(upload), 404, "upload_not_found");
        assertProblem(delete(upload), 404, "upload_not_found");
        assertProblem(get("/v1/uploads/none"), 404, "upload_not_found");
    }

    private String open(String type) throws IOException, InterruptedException {
        HttpResponse<byte[]> opened =
                post("{\"name\": \"q\", \"labels\": {\"site\": \"north\"}, \"content_type\": \"%s\"}".formatted(type));
        assertThat(opened.statusCode()).as(text(opened)).isEqualTo(201);
        return header(opened, "Location");
    }

    private HttpResponse<byte[]> post(String body) throws IOException, InterruptedException {
        return sendJson("POST", "/v1/uploads", body);
    }

    private HttpResponse<byte[]> put(String upload, int number, byte[] part) throws IOException, InterruptedException {
        return send(
                "PUT",
                upload + "/parts/" + number,
                part,
                "Content-Type",
                "application/octet-stream",
                "Content-Digest",
                digest(part));
    }

    private HttpResponse<byte[]> complete(String upload, String body) throws IOException, InterruptedException {
        return body.isEmpty()
                ? send("POST", upload + "/complete", new byte[0])
                : sendJson("POST", upload + "/complete", body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] content) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(Sha256.digest().digest(content)) + ":";
    }

    private static String hex(byte[] content) {
        return HexFormat.of().formatHex(Sha256.digest().digest(content));
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String code) {
        assertThat(json(response).at("/code").asString()).as(text(response)).isEqualTo(code);
        assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
    }
}
