import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a kill -9 in the middle of a training costs: it must cost time, and nothing else. */
public final class KillRestart {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path jar;
    private final Path storage;
    private final int port;
    private final Path log;
    private Process service;

    private KillRestart(Path jar, Path storage) throws IOException {
        this.jar = jar;
        this.storage = storage;
        this.log = storage.resolve("service.log");
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        int kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        int steps = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1500;
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : System.nanoTime();
        Path jar;
        try (Stream<Path> files = Files.list(root.resolve("target"))) {
            jar = files.filter(file -> file.getFileName().toString().matches("brenier-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no jar in target/: run ./mvnw -DskipTests package"));
        }
        KillRestart bench = new KillRestart(jar, Files.createTempDirectory("kill-restart"));
        System.out.printf("jar %s, %d kills, %d steps, seed %d, log %s%n", jar.getFileName(), kills, steps, seed, bench.log);
        boolean passed;
        try {
            passed = bench.run(kills, steps, new Random(seed));
        } finally {
            bench.kill();
        }
        System.out.println(passed ? "PASSED" : "FAILED");
        System.exit(passed ? 0 : 1);
    }

    private boolean run(int kills, int steps, Random random) throws Exception {
        start();
        String source = upload(random, 0);
        String target = upload(random, 2);
        long began = System.nanoTime();
        String reference = succeeded(train(source, target, steps, "reference"));
        double seconds = (System.nanoTime() - began) / 1e9;
        String expected = artifact("reference");
        System.out.printf("uninterrupted: %.1f s, model sha256 %s%n", seconds, expected);
        boolean passed = reference.contains("\"attempt\":1,");

        System.out.println("kill  at step  resumed after s  attempts  same model  published once");
        for (int i = 1; i <= kills; i++) {
            String model = "killed-" + i;
            String job = train(source, target, steps, model);
            long at = killAt((long) (random.nextDouble() * steps * .9), job, random);
            passed &= report(String.valueOf(i), at, restart(job), job, model, expected);
        }

        String model = "killed-often";
        String job = train(source, target, steps, model);
        double slowest = 0;
        long at = 0;
        for (int i = 1; i <= kills; i++) {
            at = killAt((long) (steps * .9 * i / kills * random.nextDouble()), job, random);
            slowest = Math.max(slowest, restart(job));
        }
        return passed & report("all", at, slowest, job, model, expected);
    }

    /** Kills the service once the job has made so many steps, and a moment later; the steps that it had told of then. */
    private long killAt(long step, String job, Random random) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long completed = completed(job);
        while (completed < step && System.nanoTime() < deadline) {
            pause(.02);
            completed = completed(job);
        }
        pause(random.nextDouble() * .3);
        kill();
        return completed;
    }

    private long completed(String job) throws Exception {
        String body = get("/v1/training-jobs/" + job);
        if (body.contains("\"ended_at\":\"")) {
            throw new IllegalStateException("the job ended before it could be killed; take more steps: " + body);
        }
        return Long.parseLong(first("\"completed\":(\\d+)", body));
    }

    private boolean report(String kill, long at, double resumed, String job, String model, String expected)
            throws Exception {
        String attempts = first("\"attempt\":(\\d+)", succeeded(job));
        boolean same = artifact(model).equals(expected);
        boolean once = publishedOnce(model);
        System.out.printf("%-4s  %7d  %15.1f  %8s  %-10s  %s%n", kill, at, resumed, attempts, same, once);
        return same && once;
    }

    private boolean publishedOnce(String model) throws Exception {
        HttpResponse<byte[]> second = send(request("/v1/models/" + model + "/versions/2").GET());
        return second.statusCode() == 404;
    }

    /** Starts the service again; the seconds from the start of its process until the job goes on. */
    private double restart(String job) throws Exception {
        long began = System.nanoTime();
        start();
        await(job, "\"status\":\"(running|succeeded)\"");
        return (System.nanoTime() - began) / 1e9;
    }

    private void start() throws Exception {
        service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "--server.port=" + port,
                        "--brenier.storage.directory=" + storage.resolve("data"),
                        "--brenier.training.report-interval=100ms",
                        "--brenier.training.checkpoint-interval=2s")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            if (!service.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the service did not start, see " + log);
            }
            pause(.1);
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            return send(request("/readyz").GET()).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private void kill() throws InterruptedException {
        if (service != null) {
            service.destroyForcibly().waitFor();
        }
    }

    private String upload(Random random, double shift) throws Exception {
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            for (int k = 0; k < 3; k++) {
                csv.append(k == 0 ? "" : ",").append(random.nextGaussian() * (k + 1) + shift * (random.nextInt(2) + k));
            }
            csv.append('\n');
        }
        HttpRequest.Builder request = request("/v1/sample-sets?name=bench")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv.toString()));
        return id(text(send(request), 201));
    }

    private String train(String source, String target, int steps, String model) throws Exception {
        String body = """
                {"source": "%s", "target": "%s", "seed": 5, "register_as": {"model": "%s"},
                 "solver": {"type": "w2-dual", "steps": %d, "batch_size": 256, "checkpoint_every": 200, "validate_every": 100,
                            "potential": {"hidden": [64, 64]}, "amortizer": {"hidden": [64, 64]}}}"""
                .formatted(source, target, model, steps);
        HttpRequest.Builder request = request("/v1/training-jobs")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return id(text(send(request), 202));
    }

    private String succeeded(String job) throws Exception {
        String ended = await(job, "\"ended_at\":\"");
        if (!ended.contains("\"status\":\"succeeded\",\"attempt\"")) {
            throw new IllegalStateException("job " + job + " did not succeed: " + ended);
        }
        return ended;
    }

    private String await(String job, String pattern) throws Exception {
        Pattern wanted = Pattern.compile(pattern);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String body = get("/v1/training-jobs/" + job);
            if (wanted.matcher(body).find()) {
                return body;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited too long for " + pattern + " in " + body);
            }
            pause(.1);
        }
    }

    private String artifact(String model) throws Exception {
        HttpResponse<byte[]> response = send(request("/v1/models/" + model + "/versions/1/artifact").GET());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("no artifact of " + model + ": " + response.statusCode());
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(response.body()));
    }

    private String get(String path) throws Exception {
        return text(send(request(path).GET()), 200);
    }

    private static String text(HttpResponse<byte[]> response, int status) {
        String body = new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        if (response.statusCode() != status) {
            throw new IllegalStateException("status " + response.statusCode() + ": " + body);
        }
        return body;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(String body) {
        return first("\"id\":\"([^\"]+)\"", body);
    }

    private static String first(String pattern, String body) {
        Matcher matcher = Pattern.compile(pattern).matcher(body);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + body);
        }
        return matcher.group(1);
    }

    private static void pause(double seconds) throws InterruptedException {
        Thread.sleep(Duration.ofMillis((long) (seconds * 1_000)));
    }
}
