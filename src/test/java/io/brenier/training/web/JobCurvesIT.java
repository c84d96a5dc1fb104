package io.brenier.training.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import io.brenier.training.TrainingClient;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;

class JobCurvesIT extends RunningService {

    private static String trained = "";

    private final TrainingClient client;

    JobCurvesIT(@LocalServerPort int port) {
        this.client = new TrainingClient(port);
    }

    @BeforeEach
    void trainOnce() {
        if (trained.isEmpty() || client.get("/v1/training-jobs/" + trained).status() == 404) {
            trained = client.train("""
                    {"source": "%s", "target": "%s", "seed": 7,
                     "solver": {"type": "w2-dual", "steps": 40, "batch_size": 32, "log_every": 10, "validate_every": 20,
                                "potential": {"hidden": [8]}, "amortizer": {"hidden": [8]}}}""".formatted(client.upload(60, 0, 0), client.upload(60, 1, 0)));
            client.awaitStatus(trained, "succeeded");
        }
    }

    @Test
    void drawsTheDualObjectiveOfTrainingAndValidation() throws Exception {
        HttpResponse<byte[]> answer = get(curves(""));
        Document svg = svg(answer);

        assertThat(svg.getDocumentElement().getTextContent()).contains("dual_objective", "validation_dual", "step");
        assertThat(header(answer, "Content-Type")).isEqualTo("image/svg+xml");
        assertThat(header(answer, "Cache-Control")).contains("max-age");
        assertThat(get(curves(""), "If-None-Match", header(answer, "ETag")).statusCode())
                .isEqualTo(304);
    }

    @Test
    void drawsTheMetricsThatAreNamedOnALogarithmicScale() throws Exception {
        String query = "?metric=learning_rate&metric=amortization_loss&scale=log";
        Document svg = svg(get(curves(query)));
        HttpResponse<byte[]> png = get(curves(query + "&width=333&height=222"), "Accept", "image/png");

        assertThat(svg.getDocumentElement().getTextContent())
                .contains("learning_rate", "amortization_loss")
                .doesNotContain("dual_objective");
        assertThat(ImageIO.read(new ByteArrayInputStream(png.body())).getWidth())
                .isEqualTo(333);
    }

    @Test
    void theSameRequestHasTheSameBytes() throws Exception {
        assertThat(get(curves("?format=png")).body())
                .isEqualTo(get(curves("?format=png")).body());
    }

    @Test
    void saysWhichMetricsThereAre() throws Exception {
        HttpResponse<byte[]> response = get(curves("?metric=los"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/code").asString()).isEqualTo("invalid_request");
        assertThat(json(response).at("/detail").asString())
                .startsWith("metric is 'los', which this job has not logged; it has amortization_loss, ")
                .contains("dual_objective", "learning_rate");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ?scale=cubic            | 400 | invalid_request
                    ?width=10               | 400 | invalid_request
                    ?metric=a,b,c,d,e,f,g,h,i | 400 | invalid_request
                    ?metric=unconverged_rows&scale=log | 400 | invalid_request
                    """)
    void refusesWhatItCannotDraw(String query, int status, String code) throws Exception {
        HttpResponse<byte[]> response = get(curves(query));

        assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
        assertThat(json(response).at("/code").asString()).isEqualTo(code);
    }

    @Test
    void refusesUnknownJobsAndThoseWithoutFigures() throws Exception {
        String instant = client.train("""
                {"source": "%s", "target": "%s", "solver": {"type": "gaussian"}}""".formatted(client.upload(30, 0, 0), client.upload(30, 1, 0)));
        client.awaitStatus(instant, "succeeded");

        assertThat(client.get("/v1/training-jobs/00000000-0000-7000-8000-000000000000/curves")
                        .expect(404)
                        .code())
                .isEqualTo("job_not_found");
        assertThat(client.get("/v1/training-jobs/" + instant + "/curves")
                        .expect(409)
                        .code())
                .isEqualTo("invalid_state");
        assertThat(client.get(curves(""), "Accept", "text/csv").expect(406).code())
                .isEqualTo("not_acceptable");
    }

    private static String curves(String query) {
        return "/v1/training-jobs/" + trained + "/curves" + query;
    }

    private static Document svg(HttpResponse<byte[]> answer) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(answer.body()));
    }
}
