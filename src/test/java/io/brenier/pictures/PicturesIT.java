package io.brenier.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import io.brenier.evaluation.web.ArchivedModels;
import io.brenier.training.TrainingClient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;

class PicturesIT extends RunningService {

    private static final String TRAINED = "/v1/models/pictured";
    private static final String IMPORTED = "/v1/models/pictured-import";

    private final TrainingClient client;

    PicturesIT(@LocalServerPort int port) {
        this.client = new TrainingClient(port);
    }

    @BeforeEach
    void makeTheModels() throws Exception {
        if (get(TRAINED).statusCode() == 404) {
            train("pictured", client.upload(60, 0, 0), client.upload(40, 3, 1));
            train("pictured-3d", client.upload(60, 0, 0, 0), client.upload(40, 3, 1, 0));
            train("pictured-line", client.upload(60, 0), client.upload(40, 3));
            send("POST", IMPORTED + "/versions", ArchivedModels.archive(2), "Content-Type", "application/zip");
            send("POST", IMPORTED + "-3d/versions", ArchivedModels.archive(3), "Content-Type", "application/zip");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pictured", "pictured-3d", "pictured-line"})
    void drawsAMapAndItsPotentialsFromWhatTheModelLearnedFrom(String model) throws Exception {
        for (String query : new String[] {
            "map-plot",
            "map-plot?direction=inverse",
            "map-plot?direction=inverse&conjugate=refined",
            "potential-plot",
            "potential-plot?direction=inverse&form=kantorovich",
            "potential-plot?extent=-6,6"
        }) {
            String path = "/v1/models/" + model + "/" + query;
            HttpResponse<byte[]> svg = get(path);
            HttpResponse<byte[]> png = get(path, "Accept", "image/png");

            assertThat(svg.statusCode()).as(text(svg)).isEqualTo(200);
            assertThat(header(svg, "Content-Type")).isEqualTo("image/svg+xml");
            assertThat(parse(svg).getDocumentElement().getTagName()).isEqualTo("svg");
            assertThat(header(png, "Content-Type")).isEqualTo("image/png");
            assertThat(image(png).getWidth()).isEqualTo(640);
            assertThat(header(png, "Vary")).contains("Accept");
        }
    }

    @Test
    void showsNoMorePointsThanAskedFor() throws Exception {
        assertThat(circles("?points=10")).isEqualTo(30 + 3);
        assertThat(circles("?points=50")).isEqualTo(50 + 40 + 50 + 3);
        assertThat(circles("?points=50&direction=inverse")).isEqualTo(50 + 40 + 40 + 3);
    }

    @Test
    void takesTheSetsThatTheRequestNames() throws Exception {
        String few = client.upload(7, 1, 1);
        HttpResponse<byte[]> map = get(IMPORTED + "/map-plot?source=" + few + "&target=" + few);

        assertThat(parse(map).getElementsByTagName("circle").getLength()).isEqualTo(21 + 3);
        assertThat(get(IMPORTED + "/potential-plot?samples=" + few).statusCode())
                .isEqualTo(200);
        assertThat(get(IMPORTED + "/potential-plot?extent=-6,6").statusCode()).isEqualTo(200);
    }

    @Test
    void theSameRequestHasTheSameBytesAndIsNotSentTwice() throws Exception {
        for (String format : new String[] {"svg", "png"}) {
            String path = TRAINED + "/map-plot?version=1&format=" + format;
            HttpResponse<byte[]> first = get(path);
            HttpResponse<byte[]> second = get(path);
            HttpResponse<byte[]> third = get(path, "If-None-Match", header(first, "ETag"));

            assertThat(second.body()).isEqualTo(first.body());
            assertThat(third.statusCode()).isEqualTo(304);
            assertThat(header(first, "Cache-Control")).contains("max-age=3600");
        }
        assertThat(header(get(TRAINED + "/map-plot"), "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void theQuerySaysTheFormatForLinks() throws Exception {
        HttpResponse<byte[]> png =
                get(TRAINED + "/map-plot?format=png&width=300&height=200", "Accept", "text/html,*/*;q=0.8");

        assertThat(header(png, "Content-Type")).isEqualTo("image/png");
        assertThat(image(png).getWidth()).isEqualTo(300);
        assertThat(image(png).getHeight()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /v1/models/nowhere/map-plot             | 404 | model_not_found
                    /v1/models/nowhere/potential-plot       | 404 | model_not_found
                    /v1/models/pictured/map-plot?version=9  | 404 | version_not_found
                    /v1/models/pictured/map-plot?alias=best | 404 | alias_not_found
                    /v1/models/pictured/map-plot?source=1   | 404 | sample_set_not_found
                    /v1/models/pictured-import/map-plot     | 404 | sample_set_not_found
                    /v1/models/pictured-import/potential-plot | 404 | sample_set_not_found
                    /v1/models/pictured-import-3d/potential-plot?extent=-6,6 | 404 | sample_set_not_found
                    /v1/models/pictured/map-plot?direction=up      | 400 | invalid_request
                    /v1/models/pictured/map-plot?conjugate=best    | 400 | invalid_request
                    /v1/models/pictured/map-plot?points=0          | 400 | invalid_request
                    /v1/models/pictured/map-plot?points=5001       | 400 | invalid_request
                    /v1/models/pictured/map-plot?width=2001        | 400 | invalid_request
                    /v1/models/pictured/map-plot?height=199        | 400 | invalid_request
                    /v1/models/pictured/map-plot?format=jpeg       | 400 | invalid_request
                    /v1/models/pictured/potential-plot?form=f      | 400 | invalid_request
                    /v1/models/pictured/potential-plot?extent=6,-6 | 400 | invalid_request
                    /v1/models/pictured/potential-plot?extent=a    | 400 | invalid_request
                    """)
    void refusesWhatItCannotDraw(String path, int status, String code) throws Exception {
        HttpResponse<byte[]> response = get(path, "Accept", "image/png");

        assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(response).at("/code").asString()).isEqualTo(code);
    }

    @Test
    void saysWhatToGiveWhereTheSamplesAreGone() throws Exception {
        assertThat(json(get(IMPORTED + "/map-plot")).at("/detail").asString())
                .isEqualTo(
                        "the source samples that version 1 of model 'pictured-import' learned from are not stored here; name a sample set of R^2: source=<its id>");
        assertThat(json(get(IMPORTED + "/potential-plot")).at("/detail").asString())
                .endsWith("samples=<its id>, or where to look: extent=-6,6");
    }

    @Test
    void refusesSamplesOfAnotherDimension() throws Exception {
        HttpResponse<byte[]> response = get(TRAINED + "/map-plot?source=" + client.upload(5, 0, 0, 0));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(json(response).at("/code").asString()).isEqualTo("dimension_mismatch");
        assertThat(json(response).at("/detail").asString()).contains("lies in R^3; model 'pictured' maps R^2");
    }

    @Test
    void refusesClientsThatTakeNoPictures() throws Exception {
        HttpResponse<byte[]> response = get(TRAINED + "/map-plot", "Accept", "application/json");

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(json(response).at("/code").asString()).isEqualTo("not_acceptable");
    }

    private void train(String model, String source, String target) {
        client.awaitStatus(client.train("""
                {"source": "%s", "target": "%s", "solver": {"type": "gaussian"}, "register_as": {"model": "%s"}}""".formatted(source, target, model)), "succeeded");
    }

    private int circles(String query) throws Exception {
        return parse(get(TRAINED + "/map-plot" + query))
                .getElementsByTagName("circle")
                .getLength();
    }

    private static Document parse(HttpResponse<byte[]> svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg.body()));
    }

    private static BufferedImage image(HttpResponse<byte[]> png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png.body()));
    }
}
