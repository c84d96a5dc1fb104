package io.brenier.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import io.brenier.platform.storage.s3.Bucket;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The service with its blobs in a bucket. */
@Tag("containers")
@Testcontainers
class S3SampleSetIT extends RunningService {

    @Container
    private static final MinIOContainer SERVER = new MinIOContainer(Bucket.IMAGE);

    @DynamicPropertySource
    static void storeInABucket(DynamicPropertyRegistry registry) {
        String bucket = new Bucket(SERVER).name();
        registry.add("brenier.storage.type", () -> "s3");
        registry.add("brenier.storage.s3.bucket", () -> bucket);
        registry.add("brenier.storage.s3.endpoint", SERVER::getS3URL);
        registry.add("brenier.storage.s3.path-style", () -> "true");
        registry.add("brenier.storage.s3.access-key", SERVER::getUserName);
        registry.add("brenier.storage.s3.secret-key", SERVER::getPassword);
    }

    @Test
    void storesSamplesAndHandsThemOutWholeAndInStretches() throws Exception {
        HttpResponse<byte[]> made =
                sendJson("POST", "/v1/sample-sets", "{\"name\": \"three\", \"points\": [[0, 1], [1, 0], [2, 2]]}");
        assertThat(made.statusCode()).as(text(made)).isEqualTo(201);
        String path = header(made, "Location") + "/content";

        HttpResponse<byte[]> whole = get(path);
        HttpResponse<byte[]> part = get(path, "Range", "bytes=128-");

        assertThat(whole.body()).hasSize(json(made).path("size").asInt());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 128, whole.body().length));
    }

    @Test
    void isReadyWhileTheBucketAnswers() throws Exception {
        HttpResponse<byte[]> health = get("/actuator/health");

        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(json(health).at("/components/storage/details/place").asString())
                .startsWith("s3://");
    }
}
