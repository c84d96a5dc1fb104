package io.brenier.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.RunningService;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Sample sets that are drawn from named measures. */
class MeasureSampleSetsIT extends RunningService {

    @Test
    void everyListedMeasureCanBeStoredAsItsExampleSays() throws IOException, InterruptedException {
        HttpResponse<byte[]> listed = get("/v1/measures");
        assertThat(listed.statusCode()).isEqualTo(200);
        JsonNode items = json(listed).path("items");
        assertThat(items.size()).isGreaterThan(20);
        for (JsonNode item : items) {
            JsonNode set = created("{\"name\": \"%s\", \"measure\": %s}"
                    .formatted(item.path("type").asString(), item.path("example")));
            assertThat(set.path("count").asInt()).isEqualTo(1_000);
            assertThat(set.path("measure").path("type").asString())
                    .isEqualTo(item.path("type").asString());
        }
    }

    @Test
    void theSameMeasureIsTheSameContentAndAnotherSeedIsNot() throws IOException, InterruptedException {
        JsonNode first = created("{\"name\": \"a\", \"measure\": {\"type\": \"rings\", \"count\": 500, \"seed\": 4}}");
        JsonNode again = created(
                "{\"name\": \"b\", \"labels\": {\"x\": \"y\"}, \"measure\": {\"seed\": 4, \"count\": 500, \"type\": \"rings\"}, \"points\": null}");
        JsonNode other = created("{\"name\": \"a\", \"measure\": {\"type\": \"rings\", \"count\": 500, \"seed\": 5}}");
        assertThat(again.path("sha256")).isEqualTo(first.path("sha256"));
        assertThat(again.path("id")).isNotEqualTo(first.path("id"));
        assertThat(again.path("labels").path("x").asString()).isEqualTo("y");
        assertThat(other.path("sha256")).isNotEqualTo(first.path("sha256"));
        JsonNode looked = json(get("/v1/sample-sets/" + first.path("id").asString()));
        assertThat(looked.path("measure").toString())
                .isEqualTo("{\"type\":\"rings\",\"count\":500,\"seed\":4,\"noise\":0.08}");
    }

    @Test
    void momentsAreThoseThatWereAskedFor() throws IOException, InterruptedException {
        JsonNode set = created("""
                {"name": "g", "measure": {"type": "gaussian", "count": 40000, "mean": [3, -1],
                 "covariance": [[4, 1], [1, 0.5]]}}""");
        assertThat(set.path("mean").path(0).asDouble()).isCloseTo(3, within(0.05));
        assertThat(set.path("variance").path(0).asDouble()).isCloseTo(4, within(0.15));
        assertThat(set.path("variance").path(1).asDouble()).isCloseTo(0.5, within(0.02));
    }

    @Test
    void uploadedPointsHaveNoMeasure() throws IOException, InterruptedException {
        JsonNode set = created("{\"name\": \"p\", \"measure\": null, \"points\": [[0, 1], [1, 0]]}");
        assertThat(set.path("measure").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name': 'x', 'measure': {'type': 'cirkle', 'count': 5}} | 422 | invalid_spec | /measure/type",
                "{'name': 'x', 'measure': {'type': 'circle', 'cuont': 5}} | 422 | unknown_field | /measure/cuont",
                "{'name': 'x', 'measure': {'type': 'circle', 'count': 'many'}} | 400 | invalid_request | /measure/count",
                "{'name': 'x', 'measure': {'type': 'circle', 'count': 5, 'radius': 2}} | 422 | invalid_spec | /measure/radius",
                "{'name': 'x', 'measure': 5} | 400 | invalid_request | /measure",
                "{'name': 'x', 'measure': {'type': 'circle', 'count': 5}, 'points': [[1, 2], [3, 4]]} | 400 | invalid_request | /measure",
                "{'measure': {'type': 'circle', 'count': 5}} | 400 | invalid_request | /name",
                "{'name': 'x'} | 400 | invalid_request | /points",
                "{'name': 'x', 'measure': null} | 400 | invalid_request | /points",
                "{'name': 'x', 'measure': {'type': 'gaussian', 'count': 500000000}} | 422 | invalid_spec | /measure/count",
                "{'name': 'x', 'measure': {'type': 'gaussian', 'count': 100000, 'dimension': 4000}} | 413 | payload_too_large | /measure/count",
                "{'name': 'x', 'measure': {'type': 'simple', 'count': 5, 'noise': 0}} | 422 | constant_column | ``",
            })
    void whatCannotBeDrawnIsRefused(String body, int status, String code, String pointer)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = sendJson("POST", "/v1/sample-sets", body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
        assertThat(json(answer).path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    private JsonNode created(String body) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = sendJson("POST", "/v1/sample-sets", body);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(201);
        return json(answer);
    }
}
