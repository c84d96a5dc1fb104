package io.brenier.training.sweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import io.brenier.training.TrainingClient;
import io.brenier.training.TrainingClient.Answer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Sweeps as a client meets them, with real trainings. */
class SweepIT extends RunningService {

    private static final String SWEEPS = "/v1/sweeps";

    private final TrainingClient client;
    private String sets = "";

    @Autowired
    SweepIT(@LocalServerPort int port) {
        this.client = new TrainingClient(port);
    }

    @BeforeEach
    void uploadSets() {
        sets = "\"source\": \"%s\", \"target\": \"%s\"".formatted(client.upload(200, 0, 0), client.upload(300, 3, 1));
    }

    @Test
    void aGridIsTrainedComparedAndItsBestPromoted() {
        String model = model();
        Answer made = client.postJson(SWEEPS, """
                        {%s, "base": {"type": "w2-dual", "steps": 4, "batch_size": 32, "potential": {"hidden": [8]}, "amortizer": {"hidden": [8]}},
                         "grid": {"optimizer.learning_rate": [0.001, 0.01], "potential.hidden": [[8], [16]]}, "seeds": [4, 5],
                         "register_as": {"model": "%s", "alias": "best"}, "metadata": {"run": "grid"}}""".formatted(sets, model)).expect(202);
        String id = made.json().path("id").asString();
        assertThat(made.header("Location")).isEqualTo(SWEEPS + "/" + id);
        assertThat(made.json().path("size").asInt()).isEqualTo(8);
        assertThat(made.json().path("counts").path("queued").asInt()).isPositive();

        JsonNode sweep = awaitEnd(id);
        assertThat(sweep.path("counts").path("succeeded").asInt()).isEqualTo(8);
        List<JsonNode> jobs = sweep.path("jobs").valueStream().toList();
        assertThat(jobs).extracting(job -> job.path("rank").asInt()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(jobs)
                .extracting(job -> job.path("validation_dual").asDouble())
                .isSorted();
        assertThat(jobs)
                .extracting(job -> job.path("ordinal").asInt())
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(jobs.getFirst().path("behind_best").asDouble()).isZero();
        assertThat(jobs).allSatisfy(job -> {
            assertThat(job.path("settings").path("potential.hidden").isArray()).isTrue();
            assertThat(job.path("metrics").has("sinkhorn_divergence_forward")).isTrue();
        });

        JsonNode first = jobs.getFirst().path("model");
        assertThat(sweep.path("promoted").path("version")).isEqualTo(first.path("version"));
        assertThat(client.get("/v1/models/" + model + "/aliases/best")
                        .expect(200)
                        .json()
                        .path("version"))
                .isEqualTo(first.path("version"));
        assertThat(client.get("/v1/models/" + model + "/versions")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(8);
    }

    @Test
    void jobsOfSeveralSeedsAndSolversAreScoredOnTheSameSamples() {
        String id = sweep(
                "\"list\": [{\"type\": \"gaussian\"}, {\"type\": \"identity\"}], \"seeds\": [7, 8], \"split_seed\": 3");
        JsonNode sweep = awaitEnd(id);
        // The Gaussian map draws nothing: whatever differs between its seeds would be the split.
        List<Double> duals = sweep.path("jobs")
                .valueStream()
                .filter(job -> job.path("settings").path("type").asString().equals("gaussian"))
                .map(job -> job.path("validation_dual").asDouble())
                .toList();
        assertThat(duals).hasSize(2);
        assertThat(duals.get(0)).isEqualTo(duals.get(1));
        assertThat(sweep.path("held_out_rows").asInt()).isEqualTo(40);

        // A job of its own with that seed is scored on the same samples, too.
        String alone = client.train("{%s, \"seed\": 3, \"solver\": {\"type\": \"gaussian\"}}".formatted(sets));
        assertThat(client.awaitStatus(alone, "succeeded")
                        .path("metrics")
                        .path("validation_dual")
                        .asDouble())
                .isEqualTo(duals.getFirst());
    }

    @Test
    void jobsShowTheirSweepAndAreListedByIt() {
        String id = sweep("\"base\": {\"type\": \"gaussian\"}, \"seeds\": [1, 2, 3]");
        JsonNode page = client.get("/v1/training-jobs?page_size=2&sweep=" + id)
                .expect(200)
                .json();
        assertThat(page.path("items").valueStream())
                .hasSize(2)
                .allSatisfy(job -> assertThat(job.path("sweep").asString()).isEqualTo(id));
        JsonNode rest = client.get("/v1/training-jobs?sweep=%s&page_token=%s"
                        .formatted(id, page.path("next_page_token").asString()))
                .expect(200)
                .json();
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(client.get("/v1/training-jobs?sweep=nonsense").expect(400).pointer())
                .isEqualTo("sweep");
        assertThat(client.get("/v1/training-jobs?sweep=" + UUID.randomUUID())
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        awaitEnd(id);
    }

    @Test
    void sweepsAreListedNewestFirst() {
        String first = sweep("\"base\": {\"type\": \"gaussian\"}");
        String second = sweep("\"base\": {\"type\": \"gaussian\"}");
        JsonNode page = client.get(SWEEPS + "?page_size=1").expect(200).json();
        assertThat(page.path("items").path(0).path("id").asString()).isEqualTo(second);
        assertThat(page.path("items").path(0).path("jobs").isNull()).isTrue();
        JsonNode next = client.get(SWEEPS + "?page_size=1&page_token="
                        + page.path("next_page_token").asString())
                .expect(200)
                .json();
        assertThat(next.path("items").path(0).path("id").asString()).isEqualTo(first);
        awaitEnd(first);
        awaitEnd(second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'grid': {'steps': [3, -1]}, 'base': {'type': 'w2-dual', 'batch_size': 8} | 422 | invalid_spec | /grid/steps/1",
                "'grid': {'optimizer.learning_rat': [0.1]}, 'base': {'type': 'w2-dual'} | 422 | invalid_spec | /grid/optimizer.learning_rat/0",
                "'grid': {'steps': ['ten']}, 'base': {'type': 'w2-dual'} | 422 | invalid_spec | /grid/steps/0",
                "'grid': {'potential.hidden': [[8], [0]]}, 'base': {'type': 'w2-dual'} | 422 | invalid_spec | /grid/potential.hidden/1",
                "'grid': {'steps': [3, 4]}, 'base': {'type': 'w2-dual', 'batch_size': 1000} | 422 | invalid_spec | /base/batch_size",
                "'grid': {'type': ['gaussian', 'w2-dual']}, 'base': {'steps': 3} | 422 | invalid_spec | /base/steps",
                "'grid': {'steps': []} | 422 | invalid_spec | /grid/steps",
                "'grid': {'a b': [1]} | 422 | invalid_spec | /grid",
                "'grid': {'optimizer': [{}], 'optimizer.type': ['adam']} | 422 | invalid_spec | /grid/optimizer.type",
                "'grid': {'steps.many': [1]}, 'base': {'type': 'w2-dual', 'steps': 3} | 422 | invalid_spec | /grid/steps.many/0",
                "'grid': {'steps': [3, 3]}, 'base': {'type': 'w2-dual'} | 422 | invalid_spec | /base",
                "'list': [{'type': 'gaussian'}, {'type': 'gaussiam'}] | 422 | invalid_spec | /list/1/type",
                "'list': [{'type': 'gaussian'}, {'type': 'gaussian'}] | 422 | invalid_spec | /list/1",
                "'list': [{'type': 'gaussian', 'steps': 3}] | 422 | invalid_spec | /list/0/steps",
                "'list': [] | 422 | invalid_spec | /list",
                "'list': [null] | 422 | invalid_spec | /list/0",
                "'list': [{'typ': 'gaussian'}] | 422 | unknown_field | /list/0/typ",
                "'list': [{}], 'base': {} | 422 | invalid_spec | /list",
                "'seeds': [1, 1] | 422 | invalid_spec | /seeds/1",
                "'seeds': [] | 422 | invalid_spec | /seeds",
                "'seeds': [1, null] | 422 | invalid_spec | /seeds/1",
                "'promote': false, 'register_as': {'alias': 'best'} | 422 | invalid_spec | /register_as/alias",
                "'register_as': {'model': '!'} | 400 | invalid_request | /register_as",
                "'limits': {'max_runtime_seconds': 0} | 400 | invalid_request | /limits/max_runtime_seconds",
                "'sede': 3 | 422 | unknown_field | /sede",
            })
    void refusesWhatCannotBeTriedAndMakesNothing(String members, int status, String code, String pointer) {
        int before = client.get("/v1/training-jobs?page_size=500")
                .json()
                .path("items")
                .size();
        Answer refused = client.postJson(SWEEPS, "{%s, %s}".formatted(sets, members.replace('\'', '"')))
                .expect(status);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .contains(pointer);
        assertThat(client.get("/v1/training-jobs?page_size=500")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(before);
    }

    @Test
    void everyOffendingValueIsNamedAtOnce() {
        Answer refused = client.postJson(SWEEPS, """
                        {%s, "base": {"type": "w2-dual", "batch_size": 8},
                         "grid": {"steps": [1, -1, -2], "optimizer.learning_rate": [0.1, -3]}}""".formatted(sets)).expect(422);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactlyInAnyOrder("/grid/steps/1", "/grid/steps/2", "/grid/optimizer.learning_rate/1");
        assertThat(refused.detail()).contains("6 settings");
    }

    @Test
    void aSweepHasNoMoreJobsThanTheSettingAllows() {
        String seeds = String.join(
                ", ",
                java.util.stream.IntStream.range(0, 201)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(client.postJson(SWEEPS, "{%s, \"seeds\": [%s]}".formatted(sets, seeds))
                        .expect(422)
                        .detail())
                .contains("brenier.training.max-sweep-jobs");
        assertThat(client.postJson(SWEEPS, "{%s, \"grid\": {\"steps\": [%s]}}".formatted(sets, seeds))
                        .expect(422)
                        .pointer())
                .isEqualTo("/grid");
    }

    @Test
    void aRepeatedRequestMakesNoSecondSweep() {
        String body = "{%s, \"base\": {\"type\": \"gaussian\"}, \"seeds\": [1, 2]}".formatted(sets);
        String key = UUID.randomUUID().toString();
        Answer first = client.postJson(SWEEPS, body, "Idempotency-Key", key).expect(202);
        Answer second = client.postJson(SWEEPS, body, "Idempotency-Key", key).expect(202);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(client.postJson(SWEEPS, body.replace("1, 2", "1, 3"), "Idempotency-Key", key)
                        .expect(422)
                        .code())
                .isEqualTo("idempotency_key_reused");
        awaitEnd(first.json().path("id").asString());
    }

    @Test
    void aMeasureIsDrawnOnceForAllJobs() {
        Answer made = client.postJson(SWEEPS, """
                        {"source_measure": {"type": "gaussian", "dimension": 2, "count": 100}, "target_measure": {"type": "gaussian", "dimension": 2, "count": 100},
                         "base": {"type": "gaussian"}, "seeds": [1, 2]}""").expect(202);
        String id = made.json().path("id").asString();
        awaitEnd(id);
        List<JsonNode> jobs = client.get("/v1/training-jobs?sweep=" + id)
                .json()
                .path("items")
                .valueStream()
                .toList();
        assertThat(jobs).hasSize(2);
        assertThat(jobs.get(0).path("source")).isEqualTo(jobs.get(1).path("source"));
    }

    @Test
    void aCancelledSweepEndsAllItsJobsAndMovesNoAlias() {
        String model = model();
        String id = client.postJson(SWEEPS, """
                        {%s, "base": {"type": "w2-dual", "steps": 100000000, "log_every": 100000, "checkpoint_every": 100000000, "batch_size": 8},
                         "seeds": [1, 2, 3], "register_as": {"model": "%s"}}""".formatted(sets, model))
                .expect(202)
                .json()
                .path("id")
                .asString();
        assertThat(client.delete(SWEEPS + "/" + id).expect(409).code()).isEqualTo("invalid_state");
        assertThat(client.post(SWEEPS + "/" + id + "/cancel").status()).isIn(200, 202);
        JsonNode sweep = awaitEnd(id);
        assertThat(sweep.path("counts").path("cancelled").asInt()).isEqualTo(3);
        assertThat(sweep.path("promoted").isNull()).isTrue();
        assertThat(sweep.path("jobs").valueStream())
                .allSatisfy(job -> assertThat(job.path("reason").asString()).isEqualTo("The job is cancelled."));
        JsonNode again = client.post(SWEEPS + "/" + id + "/cancel").expect(200).json();
        assertThat(again.path("cancelled_at")).isEqualTo(sweep.path("cancelled_at"));
    }

    @Test
    void aDeletedSweepTakesItsJobsWithItAndLeavesTheModels() {
        String model = model();
        String id = sweep("\"base\": {\"type\": \"gaussian\"}, \"register_as\": {\"model\": \"%s\"}".formatted(model));
        String job = awaitEnd(id).path("jobs").path(0).path("job").asString();
        client.delete(SWEEPS + "/" + id).expect(204);
        assertThat(client.get(SWEEPS + "/" + id).expect(404).code()).isEqualTo("sweep_not_found");
        client.delete(SWEEPS + "/" + id).expect(404);
        client.post(SWEEPS + "/nonsense/cancel").expect(404);
        client.get("/v1/training-jobs/" + job).expect(404);
        client.get("/v1/models/" + model + "/aliases/latest").expect(200);
    }

    private static String model() {
        return "m-" + UUID.randomUUID();
    }

    private String sweep(String members) {
        return client.postJson(SWEEPS, "{%s, %s}".formatted(sets, members))
                .expect(202)
                .json()
                .path("id")
                .asString();
    }

    private JsonNode awaitEnd(String id) {
        Predicate<JsonNode> ended = sweep -> sweep.path("status").asString().equals("ended");
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> client.get(SWEEPS + "/" + id).expect(200).json(), ended);
    }
}
