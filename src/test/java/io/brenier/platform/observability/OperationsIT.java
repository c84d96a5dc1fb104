package io.brenier.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OperationsIT {

    @TempDir
    static Path storage;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void storeInTheTemporaryFolder(DynamicPropertyRegistry registry) {
        registry.add("brenier.storage.directory", storage::toString);
    }

    @Test
    void isAliveAndReady() throws Exception {
        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").body()).contains("\"db\"", "\"UP\"");
    }

    @Test
    void healthTellsOfTheEngine() throws Exception {
        assertThat(get("/actuator/health").body()).contains("\"engine\"", "PyTorch");
    }

    @Test
    void answersCarryTheCallersTrace() throws Exception {
        HttpResponse<String> response =
                get("/livez", "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        assertThat(response.headers().firstValue("traceparent"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("00-0af7651916cd43dd8448eb211c80319c-"));
    }

    @Test
    void answersWithoutATraceGetOne() throws Exception {
        assertThat(get("/livez").headers().firstValue("traceparent"))
                .hasValueSatisfying(value -> assertThat(value).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"));
    }

    @Test
    void metricsTellOfNativeMemory() throws Exception {
        assertThat(get("/actuator/prometheus").body())
                .contains("brenier_memory_resident_bytes", "brenier_memory_native");
    }

    @Test
    void tellsWhatItIsMadeOf() throws Exception {
        assertThat(get("/actuator/sbom/application").body()).contains("CycloneDX", "pkg:maven/com.zaxxer/HikariCP");
    }

    @Test
    void aMethodThatNothingAnswersIsNotAllowed() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/measures"))
                .method("QUERY", HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void aParameterThatCannotBeIsTheRequestsFault() throws IOException, InterruptedException {
        assertThat(get("/v1/sample-sets?%01=1").statusCode()).isLessThan(500);
        assertThat(get("/v1/models/none/transport?%F0%9F=1").statusCode()).isLessThan(500);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
