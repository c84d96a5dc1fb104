package io.brenier.samples;

import static io.brenier.samples.SampleSetHttp.SQUARE;
import static io.brenier.samples.SampleSetHttp.encoded;
import static io.brenier.samples.SampleSetHttp.json;
import static io.brenier.samples.SampleSetHttp.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.platform.points.PointsFormat;
import io.brenier.transport.tensor.Points;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What cannot be learned from is refused with its own code, and nothing of it stays. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "brenier.samples.max-rows=1000",
            "brenier.samples.max-dimension=8",
            "brenier.samples.max-bytes=100KB"
        })
class BadUploadsIT {

    @TempDir
    static Path storage;

    @LocalServerPort
    private int port;

    private SampleSetHttp http = new SampleSetHttp(0);

    @DynamicPropertySource
    static void storeInTheTemporaryFolder(DynamicPropertyRegistry registry) {
        registry.add("brenier.storage.directory", storage::toString);
    }

    @BeforeEach
    void connect() {
        http = new SampleSetHttp(port);
    }

    @AfterEach
    void nothingIsStored() throws IOException {
        assertThat(json(http.get("/v1/sample-sets")).path("items").size()).isZero();
        for (String folder : new String[] {"blobs", "unfinished"}) {
            try (Stream<Path> files = Files.walk(storage.resolve(folder))) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"a","points":[[1,2],[3]]}         | 422 | invalid_tensor_shape | Row 1 has 1 columns, row 0 has 2
            {"name":"a","points":[[1,2],[3,NaN]]}     | 422 | non_finite_input     | Row 1 (counted from 0), column 1
            {"name":"a","points":[[1,2],[3,1e99]]}    | 422 | non_finite_input     | outside the range of 32-bit floats
            {"name":"a","points":[]}                  | 422 | too_few_points       | at least one row
            {"name":"a","points":[[1,2]]}             | 422 | too_few_points       | needs at least two
            {"name":"a","points":[[1,2],[3,2]]}       | 422 | constant_column      | 1 column(s), counted from 0, never vary: 1 (always 2.0)
            {"name":"a","points":[[1,"x"],[3,2]]}     | 422 | invalid_datatype     | no number but a string
            {"name":"a","point":[[1,2],[3,2]]}        | 422 | unknown_field        | Did you mean "points"?
            {"nam":"a","points":[[1,2],[3,4]]}        | 422 | unknown_field        | Did you mean "name"?
            {"name":"a","points":[[1,2],[3,4]]        | 400 | invalid_json         | line 1
            {"points":[[1,2],[3,4]]}                  | 400 | invalid_request      | "name" is missing
            {"name":"","points":[[1,2],[3,4]]}        | 400 | invalid_request      | 1 to 200
            {"name":7,"points":[[1,2],[3,4]]}         | 400 | invalid_request      | must be a string
            {"name":"a\\u0000","points":[[1,2],[3,4]]} | 400 | invalid_request      | control characters
            {"name":"a\\ud800","points":[[1,2],[3,4]]} | 400 | invalid_request      | control characters
            {"name":"a","labels":["b"],"points":[[1,2],[3,4]]}   | 400 | invalid_request | object of strings
            {"name":"a","labels":{"b":1},"points":[[1,2],[3,4]]} | 400 | invalid_request | must be a string
            {"name":"a","points":[[1,2,3,4,5,6,7,8,9],[1]]}      | 413 | payload_too_large | more columns than the 8 allowed
            """)
    void refusesBadJson(String body, int status, String code, String sentence) {
        JsonNode problem = problem(http.uploadJson(body), status, code);

        assertThat(problem.path("detail").asString()).contains(sentence);
        assertThat(problem.path("instance").asString()).isEqualTo("/v1/sample-sets");
    }

    @Test
    void pointsAtTheOffendingPlace() {
        JsonNode problem =
                problem(http.uploadJson("{\"name\":\"a\",\"points\":[[1,2],[3,NaN]]}"), 422, "non_finite_input");

        assertThat(problem.path("errors").path(0).path("pointer").asString()).isEqualTo("/points/1/1");
        assertThat(problem.path("errors").path(0).path("code").asString()).isEqualTo("non_finite_input");
    }

    @Test
    void refusesBadCsv() {
        problem(csv("?name=a", "1,2\n3\n"), 422, "invalid_tensor_shape");
        problem(csv("?name=a", "1,2\n3,inf\n"), 422, "non_finite_input");
        problem(csv("?name=a", "x,y\n"), 422, "too_few_points");
        problem(csv("?name=a", "1,2\n"), 422, "too_few_points");
        problem(csv("?name=a", "1,2\n1,3\n"), 422, "constant_column");
        problem(csv("?name=a", "1,2\nx,3\n"), 422, "invalid_datatype");
        problem(csv("", "1,2\n3,4\n"), 400, "invalid_request");
        problem(csv("?name=a%00b", "1,2\n3,4\n"), 400, "invalid_request");
        problem(csv("?name=a&labels=x", "1,2\n3,4\n"), 400, "invalid_request");
        problem(csv("?name=" + "a".repeat(201), "1,2\n3,4\n"), 400, "invalid_request");
    }

    @Test
    void refusesBadNpy() {
        byte[] npy = encoded(SQUARE, PointsFormat.NPY);
        problem(npy(Arrays.copyOf(npy, npy.length - 1)), 400, "invalid_request");
        problem(npy(Arrays.copyOf(npy, npy.length + 1)), 400, "invalid_request");
        problem(npy(new byte[] {(byte) 0x80, 4, 1, 1, 1, 1, 1}), 400, "invalid_request");
        problem(npy(replaced(npy, "<f4", ">f4")), 422, "invalid_datatype");
        JsonNode pickled = problem(npy(replaced(npy, "<f4", "|O ")), 422, "invalid_datatype");
        assertThat(pickled.path("detail").asString()).contains("never loaded");
        problem(npy(replaced(npy, "(4, 2)", "(8, ) ")), 422, "invalid_tensor_shape");
    }

    @Test
    void refusesMoreThanIsAllowed() {
        problem(npy(encoded(Points.of(new float[1001], 1001, 1), PointsFormat.NPY)), 413, "payload_too_large");
        problem(npy(new byte[100 * 1024 + 1]), 413, "payload_too_large");
        problem(csv("?name=a", "1,2\n".repeat(1001)), 413, "payload_too_large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/octet-stream",
                "multipart/form-data; boundary=x",
                "x",
                "application/x-www-form-urlencoded"
            })
    void refusesOtherMediaTypes(String type) {
        HttpResponse<byte[]> response = http.send(
                "POST", "/v1/sample-sets?name=a", "1,2".getBytes(StandardCharsets.US_ASCII), "Content-Type", type);

        assertThat(problem(response, 415, "unsupported_media_type")
                        .path("detail")
                        .asString())
                .contains("application/json", "text/csv", "application/x-npy");
    }

    @Test
    void refusesBodiesWithoutATypeOrCompressed() {
        byte[] body = "1\n2\n".getBytes(StandardCharsets.US_ASCII);
        problem(http.send("POST", "/v1/sample-sets?name=a", body), 415, "unsupported_media_type");
        problem(
                http.upload("?name=a", PointsFormat.CSV, body, "Content-Encoding", "gzip"),
                415,
                "unsupported_media_type");
        problem(http.upload("?name=a", PointsFormat.CSV, body, "Accept", "text/html"), 406, "not_acceptable");
    }

    @Test
    void refusesABodyThatIsNotTheOneSent() throws Exception {
        byte[] body = "1\n2\n".getBytes(StandardCharsets.US_ASCII);
        String wrong = "sha-256=:" + Base64.getEncoder().encodeToString(new byte[32]) + ":";
        String right = "sha-512=:"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-512").digest(body)) + ":";

        problem(http.upload("?name=a", PointsFormat.CSV, body, "Repr-Digest", wrong), 400, "digest_mismatch");
        problem(http.upload("?name=a", PointsFormat.CSV, body, "Content-Digest", wrong), 400, "digest_mismatch");
        problem(
                http.upload("?name=a", PointsFormat.CSV, body, "Content-Digest", "sha-256=abc"),
                400,
                "invalid_request");
        HttpResponse<byte[]> stored =
                http.upload("?name=a", PointsFormat.CSV, body, "Content-Digest", right + ", unixsum=:AAA=:");
        assertThat(stored.statusCode()).isEqualTo(201);
        http.send("DELETE", stored.headers().firstValue("Location").orElseThrow(), new byte[0]);
        String sha256 = json(stored).path("sha256").asString();
        try (Stream<Path> ofThisBlob = Files.list(
                storage.resolve("blobs").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)))) {
            for (Path file : ofThisBlob.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void refusesUnknownIdentifiersAndPages() {
        problem(http.get("/v1/sample-sets/x"), 404, "sample_set_not_found");
        problem(http.get("/v1/sample-sets/0190f3c1-0000-7000-8000-000000000001"), 404, "sample_set_not_found");
        problem(http.get("/v1/sample-sets?page_token=x"), 400, "invalid_request");
        problem(http.get("/v1/sample-sets?page_size=-1"), 400, "invalid_request");
        problem(http.get("/v1/sample-sets?page_size=x"), 400, "invalid_request");
        problem(http.get("/v1/sample-sets?page_size=99999999999"), 400, "invalid_request");
        problem(http.get("/v1/sample-sets?page_size=1&=null"), 400, "invalid_request");
    }

    @Test
    void answersWhatItDoesNotKnowWithProblems() {
        problem(http.get("/v1/nothing"), 404, "not_found");
        problem(http.send("POST", "/v1/nothing", new byte[0]), 404, "not_found");
        HttpResponse<byte[]> put = http.send("PUT", "/v1/sample-sets", new byte[0]);
        problem(put, 405, "method_not_allowed");
        assertThat(put.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET", "POST"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET /v1/sample-sets/%zz,400",
        "GET /v1/a|b,400",
        "GET /v1/../..,400",
        "TRACE /v1/sample-sets,405",
        "GET /error,404"
    })
    void neverAnswersInHtml(String line, int status) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write((line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json", "\"traceId\"");
        }
    }

    @Test
    void keepsNothingOfAnUploadThatBreaksOff() throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/sample-sets?name=a HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                            + "Content-Length: 1000\r\n\r\n1,2\n3,4\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotContain("HTTP/1.1 5").doesNotContain("HTTP/1.1 2");
        }
    }

    private HttpResponse<byte[]> csv(String query, String body) {
        return http.upload(query, PointsFormat.CSV, body.getBytes(StandardCharsets.US_ASCII));
    }

    private HttpResponse<byte[]> npy(byte[] body) {
        return http.upload("?name=a", PointsFormat.NPY, body);
    }

    private static byte[] replaced(byte[] file, String old, String replacement) {
        return new String(file, StandardCharsets.ISO_8859_1)
                .replace(old, replacement)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
