package io.brenier.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Uploads by somebody who means no good: each is refused with a code that fits, none costs memory, and the service goes on. */
@TestPropertySource(properties = {"server.tomcat.connection-timeout=1s", "brenier.samples.max-rows=1000000"})
class HostileUploadsIT extends RunningService {

    private static final int FEWEST = 100;
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 405, 408, 413, 415, 422);
    private static final long MOST_BYTES = 96L << 20;
    private static final String GOOD = "{\"name\": \"good\", \"labels\": {}, \"points\": [[0, 0], [1, 0.5], [2, 1]]}";

    @LocalServerPort
    private int port;

    @TestFactory
    List<DynamicTest> everyHostileUploadIsRefused() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        long before = usedAfterCollection();
        add(tests, "/v1/sample-sets?name=n", "application/x-npy", HostileBodies.npy());
        add(tests, "/v1/sample-sets?name=n", "text/csv", HostileBodies.csv());
        add(tests, "/v1/sample-sets", "application/json", HostileBodies.json());
        add(tests, "/v1/models/hostile/versions", "application/zip", HostileBodies.archives());
        for (String encoding : List.of("gzip", "deflate", "br", "zstd", "gzip, gzip", "compress", "x-gzip")) {
            tests.add(test(
                    "Content-Encoding " + encoding,
                    "/v1/sample-sets?name=n",
                    HostileBodies.gzip(new byte[10 << 20]),
                    "Content-Type",
                    "text/csv",
                    "Content-Encoding",
                    encoding));
        }
        for (String name :
                List.of("..%2F..%2Fetc%2Fpasswd", "%2e%2e", "a%00b", "A", "-a", "a%0Ab", "a;b", "%5C..%5C", "con%3A")) {
            tests.add(test(
                    "a model named " + name,
                    "/v1/models/" + name + "/versions",
                    new byte[] {1},
                    "Content-Type",
                    "application/zip"));
        }
        for (String type : List.of(
                "text/html", "application/x-python-pickle", "multipart/form-data; boundary=x", "image/png", "*/*")) {
            tests.add(test("Content-Type " + type, "/v1/sample-sets?name=n", new byte[] {1}, "Content-Type", type));
        }
        for (String digest : List.of("sha-256=:AAAA:", "sha-256=AAAA", "nonsense", "sha-256=:****:")) {
            tests.add(test(
                    "Repr-Digest " + digest,
                    "/v1/sample-sets",
                    GOOD.getBytes(StandardCharsets.UTF_8),
                    "Content-Type",
                    "application/json",
                    "Repr-Digest",
                    digest));
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(FEWEST);
        tests.add(DynamicTest.dynamicTest("and nothing of it stays", () -> {
            assertThat(json(get("/v1/models")).path("items").size()).isZero();
            assertThat(usedAfterCollection() - before).isLessThan(MOST_BYTES);
            assertThat(healthy()).isTrue();
        }));
        return tests;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Length: 99999999999999 | 413",
                "Content-Length: 600000000 | 413",
                "Content-Length: -5 | 400",
                "Content-Length: many | 400",
                "Content-Length: 5;Content-Length: 6 | 400",
                "Transfer-Encoding: chunked;Content-Length: 5 | 400",
                "Transfer-Encoding: identity, chunked, x | 400,501"
            })
    void lengthsThatLieAreRefused(String headers, String statuses) throws Exception {
        String answer = raw(
                "POST /v1/sample-sets?name=n HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: text/csv\r\n%s\r\n\r\n1,2\n3"
                        .formatted(headers.replace(";", "\r\n")));

        assertThat(statuses.split(",", -1)).contains(answer.substring(9, 12));
        assertThat(healthy()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zz\r\nhello", "-1\r\nhello", "ffffffffffffffff\r\nhello", "5\r\nhello5\r\n", "5\r\n1,2\n3\r\n"})
    void chunksThatLieOrEndTooSoonAreRefused(String chunks) throws Exception {
        String answer = raw(
                "POST /v1/sample-sets?name=n HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunks);

        assertThat(answer)
                .satisfiesAnyOf(
                        given -> assertThat(given).startsWith("HTTP/1.1 4"),
                        given -> assertThat(given).isEmpty());
        assertThat(healthy()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/sample-sets?name=n", "/v1/models/slow/versions", "/v1/models/slow/transport"})
    void aBodyThatDoesNotComeIsNotWaitedForLong(String path) throws Exception {
        String type = path.contains("versions") ? "application/zip" : "text/csv";
        String answer = raw("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: 1000\r\n\r\n1"
                .formatted(path, type));

        assertThat(answer)
                .satisfiesAnyOf(
                        given -> assertThat(given).startsWith("HTTP/1.1 4"),
                        given -> assertThat(given).isEmpty());
        assertThat(healthy()).isTrue();
    }

    private void add(List<DynamicTest> tests, String path, String type, Map<String, byte[]> bodies) {
        bodies.forEach((what, body) -> tests.add(test(type + ": " + what, path, body, "Content-Type", type)));
    }

    private DynamicTest test(String name, String path, byte[] body, String... headers) {
        return DynamicTest.dynamicTest(name, () -> {
            HttpResponse<byte[]> answer = send("POST", path, body, headers);
            assertThat(REFUSALS).as(text(answer)).contains(answer.statusCode());
            assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(json(answer).path("detail").asString()).isNotBlank().hasSizeLessThan(2_000);
        });
    }

    /** What the server says before it closes the connection, or before it has been silent for long. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
        }
    }

    private boolean healthy() throws Exception {
        return get("/readyz").statusCode() == 200
                && sendJson("POST", "/v1/sample-sets", GOOD).statusCode() == 201;
    }

    private static long usedAfterCollection() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
