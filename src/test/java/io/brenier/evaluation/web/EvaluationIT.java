package io.brenier.evaluation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.RunningService;
import io.brenier.platform.points.PointsDecoder;
import io.brenier.platform.points.PointsEncoder;
import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.points.PointsLimits;
import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.tensor.Points;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class EvaluationIT extends RunningService {

    private static final String MODEL = "/v1/models/evaluated";
    private static final DualPotentials POTENTIALS = ArchivedModels.potentials(3);
    private static final Points POINTS = random(200);

    @BeforeEach
    void importTheModel() throws Exception {
        if (get(MODEL).statusCode() == 404) {
            HttpResponse<byte[]> made =
                    send("POST", MODEL + "/versions", ArchivedModels.archive(3), "Content-Type", "application/zip");
            assertThat(made.statusCode()).as(text(made)).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @EnumSource
    void movesForwardInEveryFormat(PointsFormat format) throws Exception {
        HttpResponse<byte[]> response = evaluate("/transport", format);

        assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
        assertThat(header(response, "Content-Type"))
                .startsWith(format.mediaType().toString());
        assertThat(header(response, "Brenier-Model")).isEqualTo("evaluated");
        assertThat(header(response, "Brenier-Version")).isEqualTo("1");
        assertThat(header(response, "Brenier-Direction")).isEqualTo("forward");
        assertThat(response.headers().firstValue("Brenier-Unconverged-Rows")).isEmpty();
        assertThat(points(response, format)).isEqualTo(POTENTIALS.transport(POINTS, Direction.FORWARD));
    }

    @ParameterizedTest
    @EnumSource
    void movesBackInEveryFormat(PointsFormat format) throws Exception {
        HttpResponse<byte[]> response = evaluate("/transport?direction=inverse", format);

        assertThat(header(response, "Brenier-Direction")).isEqualTo("inverse");
        assertThat(points(response, format)).isEqualTo(POTENTIALS.transport(POINTS, Direction.INVERSE));
    }

    @ParameterizedTest
    @EnumSource
    void refinesInEveryFormat(PointsFormat format) throws Exception {
        ConjugateResult solved = POTENTIALS.refineInverse(POINTS, LbfgsSpec.REFINED);

        HttpResponse<byte[]> response = evaluate("/transport?direction=inverse&conjugate=refined", format);

        assertThat(header(response, "Brenier-Unconverged-Rows")).isEqualTo(Integer.toString(solved.unconverged()));
        assertThat(points(response, format)).isEqualTo(solved.argmins());
    }

    @Test
    void refinedPointsGoForwardToWhereTheyCameFrom() throws Exception {
        Points back = points(
                evaluate("/transport?direction=inverse&conjugate=refined&tolerance=1e-4", PointsFormat.NPY),
                PointsFormat.NPY);
        Points there = points(evaluate("/transport", PointsFormat.NPY, back), PointsFormat.NPY);

        for (int i = 0; i < there.values().length; i++) {
            assertThat(there.values()[i]).isCloseTo(POINTS.values()[i], within(1e-3f));
        }
    }

    @Test
    void tellsWhatBecameOfEachRow() throws Exception {
        JsonNode answer = json(sendJson(
                "POST",
                MODEL + "/transport?direction=inverse",
                "{\"conjugate\": \"refined\", \"points\": [[1, 2, 3], [4, 5, 6]]}"));

        assertThat(answer.at("/model").asString()).isEqualTo("evaluated");
        assertThat(answer.at("/version").asInt()).isEqualTo(1);
        assertThat(answer.at("/direction").asString()).isEqualTo("inverse");
        assertThat(answer.at("/rows")).hasSize(2);
        assertThat(answer.at("/rows/0/status").asString()).isEqualTo("converged");
        assertThat(answer.at("/rows/0/iterations").asInt()).isPositive();
        assertThat(answer.at("/rows/0/residual").asDouble()).isLessThan(1e-3);

        JsonNode forward =
                json(sendJson("POST", MODEL + "/transport", "{\"conjugate\": \"refined\", \"points\": [[1, 2, 3]]}"));
        assertThat(forward.at("/rows/0/status").asString()).isEqualTo("exact");
        JsonNode amortized = json(sendJson("POST", MODEL + "/transport", "{\"points\": [[1, 2, 3]]}"));
        assertThat(amortized.has("rows")).isFalse();
    }

    @Test
    void takesRowsThatDoNotConvergeForNoErrorUnlessAskedTo() throws Exception {
        String path = MODEL + "/transport?direction=inverse&conjugate=refined&max_iterations=1&tolerance=1e-7";
        String body = "{\"points\": [[1, 2, 3], [40, -50, 60]]}";

        HttpResponse<byte[]> lenient = sendJson("POST", path, body);
        assertThat(lenient.statusCode()).isEqualTo(200);
        assertThat(header(lenient, "Brenier-Unconverged-Rows")).isEqualTo("2");
        HttpResponse<byte[]> strict = sendJson("POST", path + "&require_converged=true", body);
        assertProblem(strict, 422, "conjugate_not_converged");
        assertThat(json(strict).at("/errors/1/pointer").asString()).isEqualTo("/points/1");
    }

    @Test
    void evaluatesBothPotentials() throws Exception {
        float[] f = POTENTIALS.potential(POINTS, Direction.FORWARD);
        JsonNode values = json(evaluate("/potential", PointsFormat.JSON)).at("/values");
        assertThat(values).hasSize(f.length);
        for (int i = 0; i < f.length; i++) {
            assertThat(values.get(i).floatValue()).isEqualTo(f[i]);
        }

        float[] guessed = POTENTIALS.potential(POINTS, Direction.INVERSE);
        assertThat(points(evaluate("/potential?direction=inverse", PointsFormat.NPY), PointsFormat.NPY))
                .isEqualTo(Points.of(guessed, guessed.length, 1));
        float[] solved = POTENTIALS.refineInverse(POINTS, LbfgsSpec.REFINED).values();
        assertThat(points(
                        evaluate("/potential?direction=inverse&conjugate=refined", PointsFormat.CSV), PointsFormat.CSV))
                .isEqualTo(Points.of(solved, solved.length, 1));
    }

    @Test
    void answersInTheFormatThatIsAccepted() throws Exception {
        byte[] body = encode(POINTS, PointsFormat.NPY);
        String npy = PointsFormat.NPY_TYPE;

        assertThat(header(
                        send("POST", MODEL + "/transport", body, "Content-Type", npy, "Accept", "*/*"), "Content-Type"))
                .isEqualTo(npy);
        assertThat(header(
                        send("POST", MODEL + "/transport", body, "Content-Type", npy, "Accept", "application/json"),
                        "Content-Type"))
                .startsWith("application/json");
        assertThat(header(
                        send(
                                "POST",
                                MODEL + "/transport",
                                body,
                                "Content-Type",
                                npy,
                                "Accept",
                                "text/csv;q=0.9, application/json;q=0.1"),
                        "Content-Type"))
                .startsWith("text/csv");
        assertProblem(
                send("POST", MODEL + "/transport", body, "Content-Type", npy, "Accept", "image/png"),
                406,
                "not_acceptable");
    }

    @Test
    void meansTheAliasLatestOrTheNewestVersion() throws Exception {
        String model = "/v1/models/versioned";
        for (int version = 1; version <= 2; version++) {
            send("POST", model + "/versions", ArchivedModels.archive(3), "Content-Type", "application/zip");
        }
        assertThat(versionThatAnswers(model, "")).isEqualTo(2);
        sendJson("PUT", model + "/aliases/latest", "{\"version\": 1}");
        sendJson("PUT", model + "/aliases/best", "{\"version\": 2}");

        assertThat(versionThatAnswers(model, "")).isEqualTo(1);
        assertThat(versionThatAnswers(model, "?version=2")).isEqualTo(2);
        assertThat(versionThatAnswers(model, "?alias=best")).isEqualTo(2);
    }

    @Test
    void answersEightClientsAsItAnswersOne() throws Exception {
        List<byte[]> expected = new ArrayList<>();
        List<Points> bodies = new ArrayList<>();
        for (int client = 0; client < 8; client++) {
            bodies.add(random(100 + 300 * client));
            expected.add(refined(bodies.get(client)));
        }

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> answers = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                for (Points body : bodies) {
                    answers.add(clients.submit(() -> refined(body)));
                }
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(expected.get(i % 8));
            }
        }
    }

    @Test
    void tellsOperatorsHowItGoes() throws Exception {
        evaluate("/transport?direction=inverse&conjugate=refined", PointsFormat.NPY);

        assertThat(text(get("/actuator/prometheus")))
                .contains("brenier_evaluation_seconds_bucket")
                .contains("batch=\"65-1024\"")
                .contains("brenier_evaluation_rows_total")
                .contains("brenier_evaluation_rows_unconverged_total")
                .contains("brenier_evaluation_cache_bytes")
                .contains("brenier_evaluation_cache_hits_total")
                .contains("brenier_evaluation_cache_loads_total");
    }

    private byte[] refined(Points body) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                evaluate("/transport?direction=inverse&conjugate=refined", PointsFormat.NPY, body);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private int versionThatAnswers(String model, String query) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = sendJson("POST", model + "/transport" + query, "{\"points\": [[1, 2, 3]]}");
        return json(response).at("/version").asInt();
    }

    private HttpResponse<byte[]> evaluate(String path, PointsFormat format) throws IOException, InterruptedException {
        return evaluate(path, format, POINTS);
    }

    private HttpResponse<byte[]> evaluate(String path, PointsFormat format, Points points)
            throws IOException, InterruptedException {
        return send(
                "POST",
                MODEL + path,
                encode(points, format),
                "Content-Type",
                format.mediaType().toString());
    }

    private static byte[] encode(Points points, PointsFormat format) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        PointsEncoder.write(points, format, body);
        return body.toByteArray();
    }

    private static Points points(HttpResponse<byte[]> response, PointsFormat format) throws IOException {
        PointsLimits limits = new PointsLimits(1 << 24, 1 << 20, 100);
        byte[] body = format == PointsFormat.JSON
                ? ("{\"points\":" + json(response).get("points") + "}")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)
                : response.body();
        return PointsDecoder.decode(new ByteArrayInputStream(body), format, limits);
    }

    private static Points random(int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        float[] values = new float[rows * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() * 3;
        }
        return Points.of(values, rows, 3);
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String code) {
        assertThat(json(response).at("/code").asString()).as(text(response)).isEqualTo(code);
        assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
    }
}
