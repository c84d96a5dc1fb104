package io.brenier.evaluation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.RunningService;
import io.brenier.evaluation.web.ArchivedModels;
import io.brenier.platform.points.PointsEncoder;
import io.brenier.platform.points.PointsFormat;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.flow.ExactLogDeterminant;
import io.brenier.transport.flow.MovedDensities;
import io.brenier.transport.flow.MovedDensity;
import io.brenier.transport.measure.named.GaussianMeasure;
import io.brenier.transport.metric.W2Estimate;
import io.brenier.transport.tensor.Points;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Interpolation, distances, samples and densities through HTTP. */
class FlowIT extends RunningService {

    private static final String MODEL = "/v1/models/flowing";
    private static final DualPotentials POTENTIALS = ArchivedModels.potentials(3);
    private static final GaussianMeasure BASE =
            GaussianMeasure.diagonal(new double[] {1, 0, -1}, new double[] {2, 2, 2});
    private static final String BASE_JSON = "{\"type\": \"gaussian\", \"mean\": [1, 0, -1], \"scale\": 2}";
    private static final Points POINTS = BASE.sample(70, 9);

    @BeforeEach
    void importTheModel() throws Exception {
        if (get(MODEL).statusCode() == 404) {
            HttpResponse<byte[]> made =
                    send("POST", MODEL + "/versions", ArchivedModels.archive(3), "Content-Type", "application/zip");
            assertThat(made.statusCode()).as(text(made)).isEqualTo(201);
        }
    }

    @Test
    void tellsTheDensityOfAMovedGaussian() throws Exception {
        MovedDensities expected = new MovedDensity(POTENTIALS, BASE, new ExactLogDeterminant(), LbfgsSpec.REFINED)
                .at(POINTS, Direction.FORWARD);

        JsonNode answer = ok(sendJson("POST", MODEL + "/density", withPoints("\"base\": " + BASE_JSON)));

        assertThat(answer.get("direction").asString()).isEqualTo("forward");
        assertThat(answer.get("values")).hasSize(70);
        for (int row = 0; row < 70; row++) {
            assertThat(answer.get("values").get(row).asDouble()).isEqualTo(expected.logDensities()[row]);
        }
        JsonNode row = answer.at("/rows/3");
        assertThat(row.get("hessian").asString()).isEqualTo("positive_definite");
        assertThat(row.get("status").asString()).isEqualTo("converged");
        assertThat(row.get("log_det").asDouble()).isEqualTo(expected.hessians().values()[3]);
        assertThat(row.get("standard_error").asDouble()).isZero();
    }

    @Test
    void tellsTheDensityOnTheSourceSideInNpyAndCsv() throws Exception {
        double[] expected = new MovedDensity(
                        POTENTIALS,
                        GaussianMeasure.diagonal(new double[3], new double[] {1, 1, 1}),
                        new ExactLogDeterminant(),
                        LbfgsSpec.REFINED)
                .at(POINTS, Direction.INVERSE)
                .logDensities();

        HttpResponse<byte[]> csv = send(
                "POST",
                MODEL + "/density?direction=inverse&base=gaussian",
                encode(POINTS),
                "Content-Type",
                "application/x-npy",
                "Accept",
                "text/csv");

        assertThat(csv.statusCode()).as(text(csv)).isEqualTo(200);
        assertThat(header(csv, "Brenier-Undefined-Rows")).isEqualTo("0");
        assertThat(header(csv, "Brenier-Unconverged-Rows")).isEqualTo("0");
        String[] lines = text(csv).split("\r\n");
        assertThat(lines).hasSize(70);
        for (int row = 0; row < 70; row++) {
            assertThat(Float.parseFloat(lines[row])).isEqualTo((float) expected[row]);
        }
    }

    @Test
    void estimatesTheDeterminantWithAStandardErrorWhereAsked() throws Exception {
        JsonNode exact = ok(sendJson("POST", MODEL + "/density", withPoints("\"base\": " + BASE_JSON)));
        JsonNode estimated = ok(sendJson(
                "POST",
                MODEL + "/density",
                withPoints("\"log_det\": \"stochastic\", \"probes\": 200, \"seed\": 3, \"base\": " + BASE_JSON)));

        double error = estimated.at("/rows/0/standard_error").asDouble();
        assertThat(error).isPositive();
        assertThat(estimated.at("/values/0").asDouble())
                .isCloseTo(exact.at("/values/0").asDouble(), within(5 * error));
    }

    @Test
    void drawsAndMovesSamples() throws Exception {
        Points drawn = BASE.sample(20, 4);
        String body = "{\"count\": 20, \"seed\": 4, \"base\": " + BASE_JSON + "}";

        JsonNode forward = ok(sendJson("POST", MODEL + "/sample", body));
        JsonNode inverse = ok(sendJson("POST", MODEL + "/sample?direction=inverse&conjugate=refined", body));

        assertPoints(forward.get("points"), POTENTIALS.transport(drawn, Direction.FORWARD));
        assertThat(forward.get("seed").asInt()).isEqualTo(4);
        assertPoints(
                inverse.get("points"),
                POTENTIALS.refineInverse(drawn, LbfgsSpec.REFINED).argmins());
        assertThat(inverse.at("/rows/0/status").asString()).isEqualTo("converged");
    }

    @Test
    void drawsFromStoredSamplesAndFitsAGaussianToThem() throws Exception {
        String set = upload();

        JsonNode drawn = ok(sendJson(
                "POST",
                MODEL + "/sample",
                "{\"count\": 300, \"base\": {\"type\": \"sample_set\", \"sample_set\": \"" + set + "\"}}"));
        JsonNode density = ok(sendJson(
                "POST", MODEL + "/density?base=fitted_gaussian&sample_set=" + set, withPoints("\"tolerance\": 0.001")));

        assertThat(drawn.get("points")).hasSize(300);
        assertThat(density.at("/values/0").isNumber()).isTrue();
        assertProblem(
                sendJson("POST", MODEL + "/density?sample_set=" + set, withPoints("\"t\": 1")), 422, "unknown_field");
        assertProblem(
                sendJson(
                        "POST",
                        MODEL + "/density",
                        withPoints("\"base\": {\"type\": \"sample_set\", \"sample_set\": \"" + set + "\"}")),
                422,
                "invalid_spec");
    }

    @Test
    void movesPointsPartOfTheWay() throws Exception {
        Points images = POTENTIALS.transport(POINTS, Direction.FORWARD);

        JsonNode answer = ok(sendJson("POST", MODEL + "/interpolate", withPoints("\"t\": [0, 0.25, 1]")));

        assertThat(answer.get("steps")).hasSize(3);
        assertPoints(answer.at("/steps/0/points"), POINTS);
        assertThat(answer.at("/steps/1/t").asDouble()).isEqualTo(0.25);
        assertThat(answer.at("/steps/1/points/7/2").floatValue())
                .isEqualTo((float) (0.75 * POINTS.at(7, 2) + 0.25 * images.at(7, 2)));
        assertPoints(answer.at("/steps/2/points"), images);

        HttpResponse<byte[]> csv = send(
                "POST",
                MODEL + "/interpolate?t=0,1",
                encode(POINTS),
                "Content-Type",
                "application/x-npy",
                "Accept",
                "text/csv");
        assertThat(text(csv).split("\r\n")).as(text(csv)).hasSize(140);
    }

    @Test
    void estimatesTheDistanceByBothWays() throws Exception {
        Points target = POTENTIALS.transport(BASE.sample(50, 1), Direction.FORWARD);
        float[] f = POTENTIALS.potential(POINTS, Direction.FORWARD);
        float[] conjugate = POTENTIALS.refineInverse(target, LbfgsSpec.REFINED).values();
        W2Estimate dual = W2Estimate.byDual(POINTS, f, target, conjugate);

        JsonNode answer = ok(sendJson(
                "POST",
                MODEL + "/distance",
                "{\"source\": {\"sample_set\": \"" + upload() + "\"}, \"target\": {\"points\": " + rows(target)
                        + "}}"));

        assertThat(answer.at("/dual/w2_squared").asDouble()).isCloseTo(dual.squared(), within(1e-6));
        assertThat(answer.at("/dual/standard_error").asDouble()).isCloseTo(dual.standardError(), within(1e-6));
        assertThat(answer.at("/dual/half_w2_squared").asDouble()).isCloseTo(dual.squared() / 2, within(1e-6));
        W2Estimate primal = W2Estimate.byMap(POINTS, POTENTIALS.transport(POINTS, Direction.FORWARD));
        assertThat(answer.at("/primal/w2").asDouble()).isCloseTo(Math.sqrt(primal.squared()), within(1e-6));
        assertThat(answer.get("unconverged_rows").asInt()).isZero();
        assertThat(answer.get("source_count").asInt()).isEqualTo(70);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /density     | {"points": [[1, 2, 3]]}                                                        | 422 | invalid_spec
                    /density     | {"points": [[1, 2]], "base": {"type": "gaussian"}}                             | 422 | dimension_mismatch
                    /density     | {"points": [[1, 2, 3]], "base": {"type": "gauss"}}                             | 422 | invalid_spec
                    /density     | {"points": [[1, 2, 3]], "base": {"type": "gaussian", "weights": [1]}}          | 422 | invalid_spec
                    /density     | {"points": [[1, 2, 3]], "base": {"type": "gaussian", "mean": [1]}}             | 422 | invalid_spec
                    /density     | {"points": [[1, 2, 3]], "base": {"type": "gaussian", "scale": 0}}              | 422 | invalid_spec
                    /density     | {"points": [[1, 2, 3]], "base": {"type": "gaussian", "scal": 1}}               | 422 | unknown_field
                    /density     | {"points": [[1, 2, 3]], "base": {"type": "gaussian", "covariance": [[1, 0, 0], [0, 1, 0], [0, 0, 0]]}} | 422 | invalid_spec
                    /density     | {"points": [[1, 2, 3]], "base": {"type": "gaussian"}, "conjugate": "amortized"} | 400 | invalid_request
                    /density     | {"points": [[1, 2, 3]], "base": {"type": "gaussian"}, "probes": 4}             | 400 | invalid_request
                    /density     | {"points": [[1, 2, 3]], "base": {"type": "gaussian"}, "log_det": "guess"}      | 400 | invalid_request
                    /density     | {"points": [[1, 2, 3]], "base": {"type": "fitted_gaussian", "sample_set": "x"}} | 404 | sample_set_not_found
                    /density     | {"points": [[1, 2, 3]], "base": 3}                                             | 400 | invalid_request
                    /sample      | {"base": {"type": "gaussian"}}                                                 | 422 | invalid_spec
                    /sample      | {"count": 0, "base": {"type": "gaussian"}}                                     | 422 | invalid_spec
                    /sample      | {"count": 2000000000, "base": {"type": "gaussian"}}                            | 422 | invalid_spec
                    /sample      | {"count": 3}                                                                   | 422 | invalid_spec
                    /sample      | {"count": 3, "base": {"type": "gaussian_mixture"}}                             | 422 | invalid_spec
                    /sample      | {"count": 3, "base": {"type": "sample_set"}}                                   | 422 | invalid_spec
                    /interpolate | {"points": [[1, 2, 3]]}                                                        | 400 | invalid_request
                    /interpolate | {"points": [[1, 2, 3]], "t": 1.5}                                              | 400 | invalid_request
                    /interpolate | {"points": [[1, 2, 3]], "t": []}                                               | 400 | invalid_request
                    /interpolate | {"points": [[1, 2, 3]], "t": ["a"]}                                            | 400 | invalid_request
                    /distance    | {"source": {"points": [[1, 2, 3], [1, 2, 4]]}}                                 | 400 | invalid_request
                    /distance    | {"source": {"points": [[1, 2, 3], [1, 2]]}, "target": {"points": [[1, 2, 3], [1, 2, 4]]}} | 422 | invalid_tensor_shape
                    /distance    | {"source": {"points": [[1, 2, 3]]}, "target": {"points": [[1, 2, 3], [1, 2, 4]]}} | 422 | too_few_points
                    /distance    | {"source": {"points": [[1, 2], [1, 3]]}, "target": {"points": [[1, 2, 3], [1, 2, 4]]}} | 422 | dimension_mismatch
                    /distance    | {"source": {"points": [[1, 2, 1e99], [1, 3, 4]]}, "target": {"points": [[1, 2, 3], [1, 2, 4]]}} | 422 | non_finite_input
                    /distance    | {"source": {"sample_set": "x"}, "target": {"points": [[1, 2, 3], [1, 2, 4]]}}   | 404 | sample_set_not_found
                    /distance    | null                                                                           | 400 | invalid_request
                    /distance    | {"source": {"points": [null, [1, 2, 3]]}, "target": {"sample_set": "x"}}       | 422 | invalid_tensor_shape
                    /density     | {"points": [[1, 2, 3]], "base": {"type": "gaussian", "mean": [1, null, 2]}}    | 422 | invalid_spec
                    /interpolate?t=, | {"points": [[1, 2, 3]]}                                                    | 400 | invalid_request
                    /distance    | {"source": {"set": "x"}}                                                       | 422 | unknown_field
                    """)
    void refusesWhatCannotBeAnswered(String path, String body, int status, String code) throws Exception {
        assertProblem(sendJson("POST", MODEL + path, body), status, code);
    }

    @Test
    void refusesTimesTwiceAndTooMany() throws Exception {
        String body = "{\"points\": [[1, 2, 3]], \"t\": 0.5}";

        assertProblem(sendJson("POST", MODEL + "/interpolate?t=0.5", body), 400, "invalid_request");
        assertProblem(
                sendJson("POST", MODEL + "/interpolate?t=" + "0.5,".repeat(64) + "1", "{\"points\": [[1, 2, 3]]}"),
                400,
                "invalid_request");
    }

    private String upload() throws IOException, InterruptedException {
        return ok(sendJson("POST", "/v1/sample-sets?name=base", "{\"points\": " + rows(POINTS) + "}"))
                .get("id")
                .asString();
    }

    private static String withPoints(String members) {
        return "{\"points\": " + rows(POINTS) + ", " + members + "}";
    }

    private static String rows(Points points) {
        StringBuilder rows = new StringBuilder("[");
        for (int row = 0; row < points.rows(); row++) {
            rows.append(row == 0 ? "" : ",").append(Arrays.toString(points.row(row)));
        }
        return rows.append("]").toString();
    }

    private static byte[] encode(Points points) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        PointsEncoder.write(points, PointsFormat.NPY, body);
        return body.toByteArray();
    }

    private static void assertPoints(JsonNode given, Points expected) {
        assertThat(given).hasSize(expected.rows());
        for (int row = 0; row < expected.rows(); row++) {
            for (int k = 0; k < expected.dimension(); k++) {
                assertThat(given.get(row).get(k).floatValue()).isEqualTo(expected.at(row, k));
            }
        }
    }

    private static JsonNode ok(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).as(text(response)).isIn(200, 201);
        return json(response);
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String code) {
        assertThat(json(response).at("/code").asString()).as(text(response)).isEqualTo(code);
        assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
    }
}
