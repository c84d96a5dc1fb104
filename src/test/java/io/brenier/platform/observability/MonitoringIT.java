package io.brenier.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Alerts and dashboard ask for nothing that the running service does not tell. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MonitoringIT {

    private static final Path FILES = Path.of("helm/brenier/files");
    private static final Pattern METRIC =
            Pattern.compile("\\b(brenier|http_server|hikaricp|jvm|disk|logback|process)_[a-z0-9_]+\\b");
    private static final Pattern TOLD = Pattern.compile("(?m)^([a-z][a-z0-9_]*)[{ ]");

    @TempDir
    static Path storage;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void storeInTheTemporaryFolder(DynamicPropertyRegistry registry) {
        registry.add("brenier.storage.directory", storage::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yaml", "dashboard.json"})
    void theServiceTellsEveryMetricOf(String file) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            evaluate(http);
            Set<String> asked = matches(METRIC, Files.readString(FILES.resolve(file)), 0);
            Set<String> told = matches(TOLD, get(http, "/actuator/prometheus"), 1);

            assertThat(asked).hasSizeGreaterThan(10);
            assertThat(told).containsAll(asked);
        }
    }

    private static Set<String> matches(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .collect(Collectors.toSet());
    }

    /** Some are told only once there is something to tell. */
    private void evaluate(HttpClient http) throws IOException, InterruptedException {
        String points = "{\"points\": [[0.0, 0.0], [1.0, 0.5], [0.5, 1.0], [0.2, 0.8]]}";
        String set = id(post(http, "/v1/sample-sets?name=seen", points));
        String job = id(post(
                http,
                "/v1/training-jobs",
                "{\"source\": \"%1$s\", \"target\": \"%1$s\", \"solver\": {\"type\": \"gaussian\"}, \"register_as\": {\"model\": \"seen\"}}"
                        .formatted(set)));
        // The stream of events ends when the job has.
        get(http, "/v1/training-jobs/" + job + "/events", "Accept", "text/event-stream");
        post(http, "/v1/models/seen/transport", points);
    }

    private String post(HttpClient http, String path, String body) throws IOException, InterruptedException {
        return send(
                http,
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String get(HttpClient http, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        return send(http, headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static String send(HttpClient http, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return response.body();
    }

    private static String id(String body) {
        return Pattern.compile("\"id\":\"([^\"]+)\"")
                .matcher(body)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
