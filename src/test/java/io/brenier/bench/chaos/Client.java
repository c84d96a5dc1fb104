package io.brenier.bench.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that behaves as clients should: it waits, asks again, and gives a request that makes something a key. */
final class Client implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Set<Integer> LATER = Set.of(408, 409, 425, 429, 500, 502, 503, 504);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;
    private int errors;

    Client(String root) {
        this.root = root;
    }

    /** Answers that a client should never get, but took for passing. */
    synchronized int internalErrors() {
        return errors;
    }

    JsonNode get(String path) throws InterruptedException {
        return JSON.readTree(require(send(request(path).GET()), 200, path).body());
    }

    int status(String path) throws InterruptedException {
        return send(request(path).GET()).statusCode();
    }

    /** So many points around the given mean; the set's id. */
    String upload(Random random, int points, double... mean) throws InterruptedException {
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < points; i++) {
            for (int k = 0; k < mean.length; k++) {
                csv.append(k == 0 ? "" : ",").append(mean[k] + random.nextGaussian());
            }
            csv.append('\n');
        }
        HttpRequest.Builder upload = request("/v1/sample-sets?name=chaos")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv.toString()));
        return JSON.readTree(require(send(upload), 201, "upload").body())
                .path("id")
                .asString();
    }

    /** Submits a job under a key, as often as it takes; its id. */
    String submit(String body, String key) throws InterruptedException {
        HttpRequest.Builder job = request("/v1/training-jobs")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
        return JSON.readTree(require(send(job), 202, body).body()).path("id").asString();
    }

    /** Whether the model moves a point. */
    boolean transports(String model, int version) throws InterruptedException {
        HttpRequest.Builder moved = request("/v1/models/%s/transport?version=%d".formatted(model, version))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"points\": [[0.5, -0.5]]}"));
        HttpResponse<String> answer = send(moved);
        return answer.statusCode() == 200
                && JSON.readTree(answer.body()).path("points").path(0).size() == 2;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(20));
    }

    /** The first answer that is neither a lost connection nor one that says to come back. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> answer = null;
            try {
                answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (!LATER.contains(answer.statusCode())) {
                    return answer;
                }
                count(answer);
            } catch (IOException lost) {
                // The process is being killed, or the answer did not come in time: asked again.
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "no answer in %s, the last: %s".formatted(PATIENCE, answer == null ? "none" : answer.body()));
            }
            Thread.sleep(Duration.ofMillis(300));
        }
    }

    private synchronized void count(HttpResponse<String> answer) {
        if (answer.statusCode() == 500) {
            errors++;
            System.err.printf("500: %s%n", answer.body());
        }
    }

    private static HttpResponse<String> require(HttpResponse<String> answer, int status, String what) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException("%s: %d %s".formatted(what, answer.statusCode(), answer.body()));
        }
        return answer;
    }

    @Override
    public void close() {
        http.close();
    }
}
