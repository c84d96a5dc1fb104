package io.brenier.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The committed document is what the service says of itself: its diff is part of every review. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OpenApiDocumentIT {

    private static final Path COMMITTED = Path.of("docs/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @TempDir
    static Path storage;

    @LocalServerPort
    private int port;

    private String served = "";
    private JsonNode document = JSON.createObjectNode();

    @DynamicPropertySource
    static void storeInTheTemporaryFolder(DynamicPropertyRegistry registry) {
        registry.add("brenier.storage.directory", storage::toString);
    }

    @BeforeEach
    void readTheServedDocument() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/api-docs"))
                .build();
        String body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        served = JSON.writeValueAsString(JSON.readValue(body, Object.class)) + "\n";
        document = JSON.readTree(served);
    }

    @Test
    void committedDocumentIsTheServedOne() throws IOException {
        if (System.getProperty("openapi.update") != null) {
            Files.writeString(COMMITTED, served);
        }

        assertThat(COMMITTED)
                .as("after a change of the API run ./mvnw verify -Dopenapi.update and commit docs/openapi.json")
                .content()
                .isEqualToNormalizingNewlines(served);
    }

    @Test
    void isOfVersion31() {
        assertThat(document.get("openapi").asString()).startsWith("3.1");
    }

    @Test
    void everyOperationHasItsOwnNameASummaryAndItsErrors() {
        Set<String> names = new HashSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(entry -> {
                    JsonNode operation = entry.getValue();
                    String place = entry.getKey() + " " + path.getKey();
                    assertThat(names.add(operation.path("operationId").asString()))
                            .as(place)
                            .isTrue();
                    assertThat(operation.path("operationId").asString())
                            .as(place)
                            .doesNotContain("_");
                    assertThat(operation.path("summary").asString()).as(place).isNotBlank();
                    assertThat(operation.path("tags").size()).as(place).isPositive();
                    assertThat(operation.path("responses").has("500")).as(place).isTrue();
                    assertThat(operation.path("responses").has("400")).as(place).isTrue();
                }));
        assertThat(names).hasSizeGreaterThan(20);
    }
}
