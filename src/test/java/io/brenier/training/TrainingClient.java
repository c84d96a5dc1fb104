package io.brenier.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a running service as a client does. */
public final class TrainingClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;

    public TrainingClient(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    /** An answer, its body read as JSON. */
    public record Answer(int status, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String code() {
            return json().path("code").asString();
        }

        public String detail() {
            return json().path("detail").asString();
        }

        public String pointer() {
            return json().path("errors").path(0).path("pointer").asString();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public Answer expect(int expected) {
            assertThat(status).as(response.body()).isEqualTo(expected);
            return this;
        }
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, String... headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.noBody()));
    }

    public Answer postJson(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Uploads n Gaussian points around the given mean; its id. */
    public String upload(int n, float... mean) {
        Random random = new Random(n);
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < n; i++) {
            double[] row = new double[mean.length];
            Arrays.setAll(row, k -> mean[k] + random.nextGaussian());
            csv.append(Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return uploadCsv(csv.toString());
    }

    public String uploadCsv(String csv) {
        Answer made = send(request("/v1/sample-sets?name=test")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv)));
        return made.expect(201).json().path("id").asString();
    }

    public String train(String body) {
        return postJson("/v1/training-jobs", body).expect(202).json().path("id").asString();
    }

    public JsonNode job(String id) {
        return get("/v1/training-jobs/" + id).expect(200).json();
    }

    /** The job once it has the status; waits by the service's own Prefer: wait. */
    public JsonNode awaitStatus(String id, String status) {
        return await(id, job -> job.path("status").asString().equals(status));
    }

    public JsonNode await(String id, Predicate<JsonNode> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = get("/v1/training-jobs/" + id).expect(200);
        while (!condition.test(answer.json())) {
            assertThat(System.nanoTime())
                    .as("still %s", answer.response().body())
                    .isLessThan(deadline);
            assertThat(answer.json().path("ended_at").isNull())
                    .as("ended as %s", answer.response().body())
                    .isTrue();
            Answer next = get("/v1/training-jobs/" + id, "Prefer", "wait=5", "If-None-Match", answer.header("ETag"));
            answer = next.status() == 304 ? answer : next.expect(200);
        }
        return answer.json();
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
