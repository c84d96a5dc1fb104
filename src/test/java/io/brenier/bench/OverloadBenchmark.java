package io.brenier.bench;

import io.brenier.evaluation.web.ArchivedModels;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Far more connections than the service has room for, all evaluating large bodies and submitting jobs at once, for a while. Each answer must be
 * a success or a 429 or 503 with Retry-After; the process must live, and serve as before within seconds of the end.
 */
final class OverloadBenchmark {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int JOB_OF = 4;

    private final int connections;
    private final Duration time;
    private final byte[] points;
    private final String root;
    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
    private final LongAdder withoutRetryAfter = new LongAdder();
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();

    private OverloadBenchmark(int port, int connections, Duration time, int rows) {
        this.root = "http://127.0.0.1:" + port;
        this.connections = connections;
        this.time = time;
        this.points = npy(rows);
    }

    public static void main(String[] line) throws Exception {
        Arguments arguments = new Arguments(line);
        String heap = arguments.text("heap", "512m");
        int port = freePort();
        Path folder = Files.createTempDirectory("overload");
        Path log = folder.resolve("service.log");
        Process service = start(heap, port, folder, log);
        try {
            new OverloadBenchmark(
                            port,
                            arguments.number("connections", 500),
                            Duration.ofSeconds(arguments.number("seconds", 20)),
                            arguments.number("rows", 500_000))
                    .run(service, heap, log);
        } finally {
            service.destroy();
            if (!service.waitFor(60, TimeUnit.SECONDS)) {
                service.destroyForcibly();
            }
        }
    }

    private void run(Process service, String heap, Path log) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        awaitReady(http, service, Duration.ofSeconds(120));
        importModel(http);
        Duration alone = evaluate(http);
        System.out.printf(
                "-Xmx%s, %d connections for %d s, bodies of %.1f MB; alone one takes %d ms%n",
                heap, connections, time.toSeconds(), points.length / 1e6, alone.toMillis());
        flood();
        long end = System.nanoTime();
        awaitReady(http, service, Duration.ofSeconds(60));
        evaluate(http);
        Duration recovery = Duration.ofNanos(System.nanoTime() - end);
        System.out.printf("answers %s, other failures %s%n", new TreeMap<>(answers), failures);
        System.out.printf(
                "429 and 503 without Retry-After: %d; recovered in %d ms; alive: %b; OutOfMemoryError in the log: %b%n",
                withoutRetryAfter.sum(),
                recovery.toMillis(),
                service.isAlive(),
                Files.readString(log, StandardCharsets.ISO_8859_1).contains("OutOfMemoryError"));
    }

    private void flood() throws InterruptedException {
        AtomicLong number = new AtomicLong();
        CountDownLatch done = new CountDownLatch(connections);
        long deadline = System.nanoTime() + time.toNanos();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            for (int i = 0; i < connections; i++) {
                clients.submit(() -> {
                    while (System.nanoTime() < deadline) {
                        ask(http, number.getAndIncrement());
                    }
                    done.countDown();
                });
            }
            done.await();
        }
    }

    private void ask(HttpClient http, long number) {
        try {
            HttpRequest request = number % JOB_OF == 0 ? job() : evaluation();
            HttpResponse<Void> answer = http.send(request, HttpResponse.BodyHandlers.discarding());
            int status = answer.statusCode();
            answers.computeIfAbsent(status, _ -> new LongAdder()).increment();
            if ((status == 429 || status == 503)
                    && answer.headers().firstValue("Retry-After").isEmpty()) {
                withoutRetryAfter.increment();
            }
        } catch (IOException failed) {
            failures.computeIfAbsent(String.valueOf(failed), _ -> new LongAdder())
                    .increment();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest evaluation() {
        return HttpRequest.newBuilder(URI.create(root + "/v1/models/flooded/transport"))
                .timeout(LIMIT)
                .header("Content-Type", "application/x-npy")
                .POST(HttpRequest.BodyPublishers.ofByteArray(points))
                .build();
    }

    private HttpRequest job() {
        String measure = "{\"type\": \"circle\", \"count\": 200}";
        return HttpRequest.newBuilder(URI.create(root + "/v1/training-jobs"))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"source_measure\": %s, \"target_measure\": %s, \"solver\": {\"type\": \"gaussian\"}}"
                                .formatted(measure, measure)))
                .build();
    }

    private void importModel(HttpClient http) throws IOException, InterruptedException {
        HttpResponse<String> made = http.send(
                HttpRequest.newBuilder(URI.create(root + "/v1/models/flooded/versions"))
                        .header("Content-Type", "application/zip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(ArchivedModels.archive(2)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (made.statusCode() != 201) {
            throw new IllegalStateException(made.body());
        }
    }

    private Duration evaluate(HttpClient http) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (http.send(evaluation(), HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
            Thread.onSpinWait();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void awaitReady(HttpClient http, Process service, Duration atMost)
            throws IOException, InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create(root + "/readyz"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < deadline && service.isAlive()) {
            try {
                if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("the service is not ready; it lives: " + service.isAlive());
    }

    private static Process start(String heap, int port, Path folder, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+ExitOnOutOfMemoryError",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.brenier.BrenierApplication",
                        "--server.port=" + port,
                        "--brenier.storage.directory=" + folder.resolve("data"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static byte[] npy(int rows) {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, 2), }".formatted(rows);
        header = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
        ByteBuffer file = ByteBuffer.allocate(10 + header.length() + rows * 8).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < rows; i++) {
            file.putFloat((float) Math.sin(i)).putFloat((float) Math.cos(i));
        }
        return file.array();
    }
}
