package io.brenier.training.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import io.brenier.training.TrainingClient;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a client may send, and what it gets. */
class JobRequestsIT extends RunningService {

    private static final String JOBS = "/v1/training-jobs";

    private final TrainingClient client;
    private final JdbcClient jdbc;
    private String source = "";
    private String target = "";

    @Autowired
    JobRequestsIT(@LocalServerPort int port, JdbcClient jdbc) {
        this.client = new TrainingClient(port);
        this.jdbc = jdbc;
    }

    @BeforeEach
    void uploadSets() {
        source = client.upload(60, 0, 0);
        target = client.upload(80, 1, 1);
    }

    @Test
    void aNewJobIsAcceptedWithItsPlaceAndItsEffectiveSettings() {
        TrainingClient.Answer answer = client.postJson(JOBS, gaussian("\"metadata\": {\"run\": \"first\"}"))
                .expect(202);
        JsonNode job = answer.json();
        assertThat(answer.header("Location"))
                .isEqualTo(JOBS + "/" + job.path("id").asString());
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(job.path("status").asString()).isEqualTo("queued");
        assertThat(job.path("attempt").asInt()).isZero();
        assertThat(job.path("error").isNull()).isTrue();
        assertThat(job.path("model").isNull()).isTrue();
        assertThat(job.path("metadata").path("run").asString()).isEqualTo("first");
        assertThat(job.path("register_as").path("alias").asString()).isEqualTo("latest");
        client.awaitStatus(job.path("id").asString(), "succeeded");
    }

    @Test
    void validationShowsTheDefaultsAndMakesNothing() {
        int before = client.get(JOBS + "?page_size=500").json().path("items").size();
        String sets = "{\"source\": \"%s\", \"target\": \"%s\"%%s}".formatted(source, target);
        JsonNode usual = client.postJson(JOBS + "?validate_only=true", sets.formatted(""))
                .expect(200)
                .json();
        assertThat(usual.path("solver").path("type").asString()).isEqualTo("auto");
        JsonNode plan = client.postJson(
                        JOBS + "?validate_only=true", sets.formatted(", \"solver\": {\"type\": \"w2-dual\"}"))
                .expect(200)
                .json();
        assertThat(plan.path("solver").path("batch_size").asInt()).isEqualTo(48);
        assertThat(plan.path("solver").path("optimizer").path("betas").size()).isEqualTo(2);
        assertThat(plan.path("register_as").has("model")).isFalse();
        assertThat(client.get(JOBS + "?page_size=500").json().path("items").size())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'target': 'TARGET'} | 400 | invalid_request | /source",
                "{'source': 'nonsense', 'target': 'TARGET'} | 404 | sample_set_not_found | /source",
                "{'source': '00000000-0000-7000-8000-000000000000', 'target': 'TARGET'} | 404 | sample_set_not_found | /source",
                "{'source': 'SOURCE', 'target': 'THREE'} | 422 | dimension_mismatch | /target",
                "{'source': 'SOURCE', 'target': 'TARGET', 'validation_target': 'THREE'} | 422 | dimension_mismatch | /validation_target",
                "{'source': 'SOURCE', 'target': 'TARGET', 'solver': {'type': 'w2-dual', 'stepz': 5}} | 422 | unknown_field | /solver/stepz",
                "{'source': 'SOURCE', 'target': 'TARGET', 'solvr': {}} | 422 | unknown_field | /solvr",
                "{'source': 'SOURCE', 'target': 'TARGET', 'solver': {'type': 'not'}} | 422 | unsupported | /solver/type",
                "{'source': 'SOURCE', 'target': 'TARGET', 'solver': {'type': 'w2-dual', 'potential': {'hidden': [0]}}} | 422 | invalid_spec | /solver/potential/hidden",
                "{'source': 'SOURCE', 'target': 'TARGET', 'solver': {'type': 'w2-dual', 'batch_size': 49}} | 422 | invalid_spec | /solver/batch_size",
                "{'source': 'SOURCE', 'target': 'TARGET', 'solver': {'type': 'w2-dual', 'steps': 9000000, 'log_every': 1}} | 422 | invalid_spec | /solver/log_every",
                "{'source': 'SOURCE', 'target': 'TARGET', 'solver': {'type': 'w2-dual', 'steps': 'ten'}} | 400 | invalid_request | /solver/steps",
                "{'source': 'SOURCE', 'target': 'TARGET', 'seed': 1.5} | 400 | invalid_request | /seed",
                "{'source': 'SOURCE', 'target': 'TARGET', 'limits': {'max_runtime_seconds': 0}} | 400 | invalid_request | /limits/max_runtime_seconds",
                "{'source': 'SOURCE', 'target': 'TARGET', 'metadata': {'a': null}} | 400 | invalid_request | /metadata",
                "{'source': 'SOURCE', 'target': 'TARGET', 'register_as': {'model': 'no name'}} | 400 | invalid_request | /register_as",
                "[] | 400 | invalid_request | ''",
                "{'source': | 400 | invalid_json | ''",
            })
    void badRequestsAreToldByTheirCodeAndPlace(String body, int status, String code, String pointer) {
        String three = body.contains("THREE") ? client.upload(50, 0, 0, 0) : "";
        String sent = body.replace('\'', '"')
                .replace("SOURCE", source)
                .replace("TARGET", target)
                .replace("THREE", three);
        TrainingClient.Answer answer = client.postJson(JOBS, sent).expect(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.pointer()).isEqualTo(pointer);
        assertThat(answer.detail()).isNotBlank();
    }

    @Test
    void anUnknownSolverMemberIsNamedWithTheNearestOne() {
        TrainingClient.Answer answer = client.postJson(
                        JOBS, gaussian("\"seed\": 1").replace("\"type\": \"gaussian\"", "\"batchsize\": 5"))
                .expect(422);
        assertThat(answer.detail()).contains("batchsize").contains("Did you mean \"batch_size\"?");
    }

    @Test
    void theSameKeyAndRequestGetTheSameAnswerAndOneJob() {
        String key = UUID.randomUUID().toString();
        String body = gaussian("\"seed\": 2");
        TrainingClient.Answer first =
                client.postJson(JOBS, body, "Idempotency-Key", key).expect(202);
        client.awaitStatus(first.json().path("id").asString(), "succeeded");
        TrainingClient.Answer again = client.postJson(
                        JOBS, " " + body.replace(",", " , "), "Idempotency-Key", "\"" + key + "\"")
                .expect(202);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        TrainingClient.Answer other = client.postJson(JOBS, gaussian("\"seed\": 3"), "Idempotency-Key", key)
                .expect(422);
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void aKeyWhoseFirstRequestIsBeingAnsweredHasToWait() {
        String key = UUID.randomUUID().toString();
        TrainingClient.Answer first = client.postJson(JOBS, gaussian("\"seed\": 9"), "Idempotency-Key", key)
                .expect(202);
        client.awaitStatus(first.json().path("id").asString(), "succeeded");
        // As the row is while the first request is being answered.
        jdbc.sql("update idempotency_keys set answer = null where idempotency_key = :key")
                .param("key", key)
                .update();
        TrainingClient.Answer waiting = client.postJson(JOBS, gaussian("\"seed\": 9"), "Idempotency-Key", key)
                .expect(409);
        assertThat(waiting.code()).isEqualTo("idempotency_key_in_progress");
        assertThat(waiting.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void aRefusedRequestGivesItsKeyBack() {
        String key = UUID.randomUUID().toString();
        client.postJson(JOBS, "{\"source\": \"%s\"}".formatted(source), "Idempotency-Key", key)
                .expect(400);
        TrainingClient.Answer made = client.postJson(JOBS, gaussian("\"seed\": 4"), "Idempotency-Key", key)
                .expect(202);
        client.awaitStatus(made.json().path("id").asString(), "succeeded");
        assertThat(client.postJson(JOBS, gaussian("\"seed\": 4"), "Idempotency-Key", " ")
                        .expect(400)
                        .code())
                .isEqualTo("invalid_request");
    }

    @Test
    void anEtagThatStillHoldsIsAnsweredWithNothing() {
        String id = client.train(gaussian("\"seed\": 5"));
        client.awaitStatus(id, "succeeded");
        String etag = client.get(JOBS + "/" + id).expect(200).header("ETag");
        client.get(JOBS + "/" + id, "If-None-Match", etag).expect(304);
        client.get(JOBS + "/" + id, "If-None-Match", "\"other\"").expect(200);
        assertThat(client.get(JOBS + "/" + id, "Prefer", "wait=30").expect(200).header("Preference-Applied"))
                .isEqualTo("wait=30");
    }

    @Test
    void aClientThatPrefersToWaitGetsTheEndedJob() {
        String id = client.train(gaussian("\"seed\": 8"));

        JsonNode job =
                client.get(JOBS + "/" + id, "Prefer", "wait=30").expect(200).json();

        assertThat(job.path("status").asString()).isEqualTo("succeeded");
    }

    @Test
    void listsGoPageByPageNewestFirst() {
        String first = client.train(gaussian("\"seed\": 6"));
        String second = client.train(gaussian("\"seed\": 7"));
        client.awaitStatus(first, "succeeded");
        client.awaitStatus(second, "succeeded");
        JsonNode page =
                client.get(JOBS + "?page_size=1&status=succeeded").expect(200).json();
        assertThat(page.path("items").path(0).path("id").asString()).isEqualTo(second);
        JsonNode next = client.get(JOBS + "?page_size=1&status=succeeded&page_token="
                        + page.path("next_page_token").asString())
                .expect(200)
                .json();
        assertThat(next.path("items").path(0).path("id").asString()).isEqualTo(first);
        assertThat(client.get(JOBS + "?status=sleeping").expect(400).code()).isEqualTo("invalid_request");
    }

    @Test
    void anOperatorSeesQueueOutcomesAndPace() {
        client.awaitStatus(client.train(gaussian("\"seed\": 12")), "succeeded");
        String meters =
                client.get("/actuator/prometheus").expect(200).response().body();
        assertThat(meters)
                .contains(
                        "brenier_training_queue_depth{device=\"any\"} 0.0",
                        "brenier_training_queue_held{device=\"any\"} 0.0")
                .contains("brenier_training_queue_age_seconds 0.0")
                .contains("brenier_training_running ")
                .contains("brenier_training_steps_per_second")
                .contains("brenier_training_dual_objective")
                .containsPattern("brenier_training_jobs_total\\{outcome=\"succeeded\"} [1-9]");
    }

    @Test
    void unknownJobsAreUnknownEverywhere() {
        for (String id : new String[] {"nonsense", "00000000-0000-7000-8000-000000000000"}) {
            for (String path : new String[] {"", "/events", "/metrics", "/checkpoints"}) {
                assertThat(client.get(JOBS + "/" + id + path).expect(404).code())
                        .isEqualTo("job_not_found");
            }
            for (String verb : new String[] {"cancel", "pause", "resume", "checkpoints/1/promote"}) {
                assertThat(client.post(JOBS + "/" + id + "/" + verb).expect(404).code())
                        .isEqualTo("job_not_found");
            }
            assertThat(client.delete(JOBS + "/" + id).expect(404).code()).isEqualTo("job_not_found");
        }
    }

    @Test
    void anEndedJobRefusesCommands() {
        String id = client.train(gaussian("\"seed\": 8"));
        client.awaitStatus(id, "succeeded");
        for (String verb : new String[] {"cancel", "pause", "resume"}) {
            TrainingClient.Answer answer =
                    client.post(JOBS + "/" + id + "/" + verb).expect(409);
            assertThat(answer.code()).isEqualTo("invalid_state");
            assertThat(answer.detail()).contains("succeeded");
        }
    }

    private String gaussian(String more) {
        return "{\"source\": \"%s\", \"target\": \"%s\", \"solver\": {\"type\": \"gaussian\"}, %s}"
                .formatted(source, target, more);
    }
}
