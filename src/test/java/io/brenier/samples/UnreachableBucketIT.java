package io.brenier.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service while nobody listens where its bucket should be. */
@DirtiesContext
class UnreachableBucketIT extends RunningService {

    @DynamicPropertySource
    static void storeWhereNobodyListens(DynamicPropertyRegistry registry) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String endpoint = "http://127.0.0.1:" + port;
        registry.add("brenier.storage.type", () -> "s3");
        registry.add("brenier.storage.s3.bucket", () -> "nowhere");
        registry.add("brenier.storage.s3.endpoint", () -> endpoint);
        registry.add("brenier.storage.s3.path-style", () -> "true");
        registry.add("brenier.storage.s3.access-key", () -> "key");
        registry.add("brenier.storage.s3.secret-key", () -> "secret");
        registry.add("brenier.storage.s3.max-attempts", () -> "1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/v1/sample-sets | {'name': 'three', 'points': [[0, 1], [1, 0], [2, 2]]}",
                "/v1/training-jobs | {'source_measure': {'type': 'gaussian', 'dimension': 2, 'count': 100}, 'target_measure': {'type': 'gaussian', 'dimension': 2, 'count': 100}}",
            })
    void whatCannotBeStoredIsToBeSentAgain(String path, String body) throws Exception {
        HttpResponse<byte[]> refused = sendJson("POST", path, body.replace('\'', '"'));

        assertThat(refused.statusCode()).as(text(refused)).isEqualTo(503);
        assertThat(json(refused).path("code").asString()).isEqualTo("storage_unavailable");
        assertThat(header(refused, "Retry-After")).isNotBlank();
    }

    @Test
    void isNotReady() throws Exception {
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
    }
}
