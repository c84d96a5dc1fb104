package io.brenier.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.platform.points.PointsEncoder;
import io.brenier.platform.points.PointsFormat;
import io.brenier.transport.tensor.Points;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the sample sets, as a user would write one. */
final class SampleSetHttp {

    static final Points SQUARE =
            Points.ofRows(new float[] {0, 0}, new float[] {1, 0.5f}, new float[] {2, 1}, new float[] {3, -1.5f});

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    SampleSetHttp(int port) {
        this.base = "http://localhost:" + port;
    }

    HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, new byte[0], headers);
    }

    HttpResponse<byte[]> upload(String query, PointsFormat format, byte[] body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = format.mediaType().toString();
        return send("POST", "/v1/sample-sets" + query, body, all);
    }

    HttpResponse<byte[]> uploadJson(String body) {
        return upload("", PointsFormat.JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Uploads and returns what was made of it. */
    JsonNode stored(String query, PointsFormat format, byte[] body) {
        HttpResponse<byte[]> response = upload(query, format, body);
        assertThat(response.statusCode()).as(text(response)).isEqualTo(201);
        return json(response);
    }

    /** The problem detail of a refusal, which must be one. */
    static JsonNode problem(HttpResponse<byte[]> response, int status, String code) {
        assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + code);
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        return problem;
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        return JSON.readTree(response.body());
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static byte[] encoded(Points points, PointsFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PointsEncoder.write(points, format, out);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.toByteArray();
    }
}
