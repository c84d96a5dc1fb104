package io.brenier.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Trainings whose samples are drawn from measures by name. */
class MeasureTrainingIT extends RunningService {

    private static final String JOBS = "/v1/training-jobs";

    private final TrainingClient client;

    MeasureTrainingIT(@LocalServerPort int port) {
        this.client = new TrainingClient(port);
    }

    @Test
    void aJobDrawsItsSamplesByNameAndSaysSo() {
        String id = client.train("""
                {"source_measure": {"type": "gaussian", "count": 4000, "dimension": 2},
                 "target_measure": {"type": "gaussian", "count": 4000, "mean": [3, 1], "deviations": [2, 0.5]},
                 "solver": {"type": "gaussian"}, "seed": 2, "register_as": {"model": "by-name"}}""");
        JsonNode job = client.awaitStatus(id, "succeeded");
        JsonNode source = set(job.path("source").asString());
        assertThat(source.path("name").asString()).isEqualTo("gaussian (4000, seed 8)");
        assertThat(source.path("measure").path("seed").asInt()).isEqualTo(8);
        assertThat(set(job.path("target").asString())
                        .path("measure")
                        .path("seed")
                        .asInt())
                .isEqualTo(9);
        JsonNode provenance =
                client.get("/v1/models/by-name/versions/1").expect(200).json().path("provenance");
        assertThat(provenance.path("target").path("measure").path("deviations").toString())
                .isEqualTo("[2.0,0.5]");
        JsonNode moved = client.postJson("/v1/models/by-name/transport", "{\"points\": [[0, 0], [1, 1]]}")
                .expect(200)
                .json()
                .path("points");
        assertThat(moved.path(0).path(0).asDouble()).isCloseTo(3, within(0.2));
        assertThat(moved.path(1).path(0).asDouble()).isCloseTo(5, within(0.3));
        assertThat(moved.path(1).path(1).asDouble()).isCloseTo(1.5, within(0.1));
    }

    @Test
    void theSameSeedUsesTheSameSamplesAndAnotherOthers() {
        String body = """
                {"source_measure": {"type": "moon_upper", "count": 300}, "target_measure": {"type": "moon_lower", "count": 300},
                 "validation_source_measure": {"type": "moon_upper", "count": 100}, "solver": {"type": "gaussian"}, "seed": %d}""";
        JsonNode first = client.awaitStatus(client.train(body.formatted(31)), "succeeded");
        JsonNode again = client.awaitStatus(client.train(body.formatted(31)), "succeeded");
        JsonNode other = client.awaitStatus(client.train(body.formatted(32)), "succeeded");
        assertThat(again.path("source")).isEqualTo(first.path("source"));
        assertThat(again.path("target")).isEqualTo(first.path("target"));
        assertThat(again.path("validation_source")).isEqualTo(first.path("validation_source"));
        assertThat(again.path("validation_source")).isNotEqualTo(first.path("source"));
        assertThat(again.path("metrics").path("w2_squared"))
                .isEqualTo(first.path("metrics").path("w2_squared"));
        assertThat(other.path("source")).isNotEqualTo(first.path("source"));
    }

    @Test
    void aSetAndAMeasureGoTogether() {
        String uploaded = client.upload(200, 0, 0, 0);
        String id = client.train("""
                {"source": "%s", "target_measure": {"type": "brenier_pair", "side": "target", "dimension": 3, "count": 500},
                 "solver": {"type": "gaussian"}}""".formatted(uploaded));
        JsonNode job = client.awaitStatus(id, "succeeded");
        assertThat(job.path("source").asString()).isEqualTo(uploaded);
        assertThat(job.path("dimension").asInt()).isEqualTo(3);
    }

    @Test
    void validationDrawsNothing() {
        int before = sets();
        JsonNode plan =
                client.postJson(JOBS + "?validate_only=true", """
                        {"source_measure": {"type": "pinwheel", "count": 777}, "target_measure": {"type": "checkerboard", "count": 777}}""").expect(200).json();
        assertThat(plan.path("source").isNull()).isTrue();
        assertThat(plan.path("source_measure").path("noise").asDouble()).isZero();
        assertThat(plan.path("target_measure").path("seed").asInt()).isEqualTo(1);
        assertThat(plan.path("validation_source_measure").isNull()).isTrue();
        assertThat(plan.path("dimension").asInt()).isEqualTo(2);
        assertThat(sets()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'target_measure': CIRCLE} | 400 | invalid_request | /source",
                "{'source': 'SET', 'source_measure': CIRCLE, 'target_measure': CIRCLE} | 400 | invalid_request | /source_measure",
                "{'source_measure': CIRCLE, 'target_measure': {'type': 'circl', 'count': 5}} | 422 | invalid_spec | /target_measure/type",
                "{'source_measure': CIRCLE, 'target_measure': {'type': 'circle'}} | 422 | invalid_spec | /target_measure/count",
                "{'source_measure': CIRCLE, 'target_measure': {'type': 'gaussian', 'dimension': 3, 'count': 100}} | 422 | dimension_mismatch | /target_measure",
                "{'source_measure': CIRCLE, 'target': 'SET', 'validation_target_measure': {'type': 'circle', 'count': 1}} | 422 | invalid_spec | /validation_target_measure/count",
                "{'source_measure': CIRCLE, 'target_measure': {'type': 'simple', 'count': 100, 'noise': 0}} | 422 | constant_column | /target_measure",
                "{'source_measure': CIRCLE, 'target_measure': {'type': 'circle', 'count': 100, 'shape': 1}} | 422 | unknown_field | /target_measure/shape",
            })
    void whatCannotBeDrawnIsToldByItsPlace(String body, int status, String code, String pointer) {
        String set = body.contains("SET") ? client.upload(60, 0, 0) : "";
        TrainingClient.Answer answer = client.postJson(
                        JOBS,
                        body.replace("CIRCLE", "{'type': 'circle', 'count': 100}")
                                .replace("SET", set)
                                .replace('\'', '"'))
                .expect(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.pointer()).isEqualTo(pointer);
    }

    private JsonNode set(String id) {
        return client.get("/v1/sample-sets/" + id).expect(200).json();
    }

    private int sets() {
        return client.get("/v1/sample-sets?page_size=500")
                .expect(200)
                .json()
                .path("items")
                .size();
    }
}
