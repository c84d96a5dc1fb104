package io.brenier.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.platform.security.Scope;
import io.brenier.platform.security.SecuredService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What one owner may have and ask for. */
@TestPropertySource(
        properties = {
            "brenier.limits.requests-per-minute=300",
            "brenier.limits.stored-bytes=100KB",
            "brenier.limits.queued-jobs=2",
            "brenier.limits.running-jobs=1",
            "brenier.admission.memory=4MB",
            "brenier.training.slots=2"
        })
class LimitsIT extends SecuredService {

    @Test
    void anOwnerMayStoreSoManyBytes() throws Exception {
        String[] owner = bearer(key("hoarder", Scope.TRAIN));
        assertThat(draw(8_000, owner).statusCode()).isEqualTo(201);

        HttpResponse<byte[]> refused = draw(8_000, owner);

        assertThat(refused.statusCode()).as(text(refused)).isEqualTo(429);
        assertThat(json(refused).path("code").asString()).isEqualTo("quota_exceeded");
        assertThat(header(refused, "Retry-After")).isEqualTo("3600");
        String id = json(get("/v1/sample-sets", owner))
                .path("items")
                .get(0)
                .path("id")
                .asString();
        assertThat(delete("/v1/sample-sets/" + id, owner).statusCode()).isEqualTo(204);
        assertThat(draw(8_000, owner).statusCode()).isEqualTo(201);
        assertThat(draw(8_000, bearer(key("another", Scope.TRAIN))).statusCode())
                .isEqualTo(201);
    }

    @Test
    void anOwnersJobsWaitAndRunOnlySoManyAtATime() throws Exception {
        String[] owner = bearer(key("busy", Scope.TRAIN));
        String set = json(draw(1_000, owner)).path("id").asString();
        assertThat(train(set, owner).statusCode()).isEqualTo(202);
        awaitRunning(1, owner);
        assertThat(train(set, owner).statusCode()).isEqualTo(202);
        assertThat(train(set, owner).statusCode()).isEqualTo(202);

        HttpResponse<byte[]> refused = train(set, owner);

        assertThat(refused.statusCode()).as(text(refused)).isEqualTo(429);
        assertThat(json(refused).path("code").asString()).isEqualTo("quota_exceeded");
        // The second slot is free, and stays so for this owner, but not for another.
        String[] other = bearer(key("idle", Scope.TRAIN));
        String others = json(draw(1_000, other)).path("id").asString();
        assertThat(train(others, other).statusCode()).isEqualTo(202);
        awaitRunning(1, other);
        assertThat(running(owner)).isEqualTo(1);
        // What was held back meanwhile runs once there is room.
        String first = json(get("/v1/training-jobs?status=running", owner))
                .path("items")
                .path(0)
                .path("id")
                .asString();
        send("POST", "/v1/training-jobs/" + first + "/cancel", new byte[0], owner);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> json(get("/v1/training-jobs?status=cancelled", owner))
                                        .path("items")
                                        .size()
                                == 1
                        && running(owner) == 1);
        for (String[] one : new String[][] {owner, other}) {
            for (JsonNode job : json(get("/v1/training-jobs", one)).path("items")) {
                send("POST", "/v1/training-jobs/" + job.path("id").asString() + "/cancel", new byte[0], one);
            }
        }
    }

    @Test
    void anOwnerMayAskSoOften() throws Exception {
        String[] owner = bearer(key("eager", Scope.READ));
        HttpResponse<byte[]> first = get("/v1/models", owner);
        assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"requests\";q=30;w=6");
        assertThat(header(first, "RateLimit")).startsWith("\"requests\";r=29;t=");

        HttpResponse<byte[]> refused = IntStream.range(0, 200)
                .mapToObj(_ -> unchecked(owner))
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(json(refused).path("code").asString()).isEqualTo("rate_limited");
        assertThat(header(refused, "Retry-After")).isEqualTo("1");
        assertThat(header(refused, "RateLimit")).contains("r=0");
        assertThat(get("/v1/models", bearer(key("calm", Scope.READ))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBodyOfJsonIsBounded() throws Exception {
        String[] owner = bearer(key("verbose", Scope.TRAIN));
        HttpResponse<byte[]> refused = sendJson(
                "POST", "/v1/training-jobs", "{\"metadata\": {\"a\": \"%s\"}}".formatted("x".repeat(2_000_000)), owner);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(json(refused).path("code").asString()).isEqualTo("payload_too_large");
    }

    private HttpResponse<byte[]> unchecked(String... owner) {
        try {
            return get("/v1/models", owner);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> draw(int count, String... owner) throws Exception {
        return sendJson(
                "POST",
                "/v1/sample-sets",
                "{\"name\": \"drawn\", \"measure\": {\"type\": \"circle\", \"count\": %d, \"seed\": 1}}"
                        .formatted(count),
                owner);
    }

    private HttpResponse<byte[]> train(String set, String... owner) throws Exception {
        return sendJson(
                "POST",
                "/v1/training-jobs",
                "{\"source\": \"%s\", \"target\": \"%s\", \"solver\": {\"type\": \"w2-dual\", \"steps\": 1000000}}"
                        .formatted(set, set),
                owner);
    }

    private int running(String... owner) throws Exception {
        return json(get("/v1/training-jobs?status=running", owner))
                .path("items")
                .size();
    }

    private void awaitRunning(int count, String... owner) throws Exception {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> running(owner) == count);
    }
}
