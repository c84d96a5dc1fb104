package io.brenier.evaluation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"brenier.evaluation.max-rows=4", "brenier.evaluation.max-bytes=2KB"})
class BadEvaluationsIT extends RunningService {

    private static final String MODEL = "/v1/models/evaluated";

    @BeforeEach
    void importTheModel() throws Exception {
        if (get(MODEL).statusCode() == 404) {
            send("POST", MODEL + "/versions", ArchivedModels.archive(2), "Content-Type", "application/zip");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"points": [[1, 2], [3]]}                    | 422 | invalid_tensor_shape
                    {"points": [[1, 2], 3]}                      | 422 | invalid_tensor_shape
                    {"points": 1}                                | 422 | invalid_tensor_shape
                    {"points": [[1, NaN]]}                       | 422 | non_finite_input
                    {"points": [[1, 1e99]]}                      | 422 | non_finite_input
                    {"points": [[1, "2"]]}                       | 422 | invalid_datatype
                    {"points": []}                               | 422 | too_few_points
                    {"points": [[]]}                             | 422 | invalid_tensor_shape
                    {"points": [[1, 2, 3]]}                      | 422 | dimension_mismatch
                    {"points": [[1, 2], [1, 2], [1, 2], [1, 2], [1, 2]]} | 413 | payload_too_large
                    {"points": [[1, 2]], "conjugat": "refined"}  | 422 | unknown_field
                    {"points": [[1, 2]], "conjugate": "best"}    | 400 | invalid_request
                    {"points": [[1, 2]], "tolerance": 1}         | 400 | invalid_request
                    {"points": [[1, 2]], "conjugate": {}}        | 400 | invalid_request
                    {"points": [[1, 2]]                          | 400 | invalid_json
                    {}                                           | 400 | invalid_request
                    []                                           | 400 | invalid_request
                    """)
    void refusesBadBodies(String body, int status, String code) throws Exception {
        assertProblem(sendJson("POST", MODEL + "/transport", body), status, code);
        assertProblem(sendJson("POST", MODEL + "/potential", body), status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "direction=up",
                "version=one",
                "version=1&alias=latest",
                "conjugate=best",
                "tolerance=1",
                "conjugate=refined&tolerance=0",
                "conjugate=refined&tolerance=NaN",
                "conjugate=refined&max_iterations=0",
                "conjugate=refined&max_iterations=100000",
                "require_converged=true",
                "require_converged=perhaps"
            })
    void refusesBadQueries(String query) throws Exception {
        assertProblem(
                sendJson("POST", MODEL + "/transport?" + query, "{\"points\": [[1, 2]]}"), 400, "invalid_request");
    }

    @Test
    void saysInWordsWhichSpaceTheModelMaps() throws Exception {
        HttpResponse<byte[]> response = sendJson("POST", MODEL + "/transport", "{\"points\": [[1, 2, 3]]}");

        assertThat(json(response).at("/detail").asString())
                .isEqualTo("points have 3 columns; model 'evaluated' maps R^2");
    }

    @Test
    void refusesWhatThereIsNot() throws Exception {
        String body = "{\"points\": [[1, 2]]}";

        assertProblem(sendJson("POST", "/v1/models/nowhere/transport", body), 404, "model_not_found");
        assertProblem(sendJson("POST", MODEL + "/transport?version=9", body), 404, "version_not_found");
        assertProblem(sendJson("POST", MODEL + "/transport?alias=best", body), 404, "alias_not_found");
        assertProblem(sendJson("POST", MODEL + "/interpolation", body), 404, "not_found");
        assertProblem(get(MODEL + "/transport"), 405, "method_not_allowed");
    }

    @Test
    void refusesWhatItCannotRead() throws Exception {
        byte[] body = "1,2\n".getBytes(StandardCharsets.UTF_8);

        assertProblem(
                send("POST", MODEL + "/transport", body, "Content-Type", "text/plain"), 415, "unsupported_media_type");
        assertProblem(send("POST", MODEL + "/transport", body), 415, "unsupported_media_type");
        assertProblem(
                send(
                        "POST",
                        MODEL + "/transport",
                        "1,x\n1,2\n3,y\n".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "text/csv"),
                422,
                "invalid_datatype");
        assertProblem(
                sendJson("POST", MODEL + "/transport", "{\"points\": [[1, 2]]" + " ".repeat(3000) + "}"),
                413,
                "payload_too_large");
    }

    @Test
    void refusesNpyThatItDoesNotTake() throws Exception {
        assertProblem(npy("<f4", "(1, 2)", 7), 400, "invalid_request");
        assertProblem(npy("<f4", "(1, 2)", 9), 400, "invalid_request");
        assertProblem(npy(">f4", "(1, 2)", 8), 422, "invalid_datatype");
        assertProblem(npy("|O", "(1, 2)", 8), 422, "invalid_datatype");
        assertProblem(npy("<f4", "(1, 3)", 12), 422, "dimension_mismatch");
    }

    @Test
    void refusesToAnswerWithWhatIsNotFinite() throws Exception {
        HttpResponse<byte[]> response =
                sendJson("POST", MODEL + "/transport", "{\"points\": [[0, 0], [3.4e38, 3.4e38]]}");

        assertProblem(response, 422, "non_finite_output");
        assertThat(text(response)).contains("row 1");
    }

    @Test
    void evaluatesAfterAllThatAsBefore() throws Exception {
        HttpResponse<byte[]> response = sendJson("POST", MODEL + "/transport", "{\"points\": [[1, 2]]}");

        assertThat(response.statusCode()).isEqualTo(200);
    }

    private HttpResponse<byte[]> npy(String type, String shape, int bytes) throws Exception {
        String header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
        header += " ".repeat(117 - header.length()) + "\n";
        ByteBuffer file = ByteBuffer.allocate(10 + header.length() + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        file.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        return send("POST", MODEL + "/transport", file.array(), "Content-Type", "application/x-npy");
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String code) {
        assertThat(json(response).at("/code").asString()).as(text(response)).isEqualTo(code);
        assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
    }
}
