import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Clients that evaluate a map while another job trains: no answer may fail, and each must be, byte for byte, the idle service's.
 *
 * <pre>
 * java bench/EvaluateWhileTraining.java [URL [CLIENTS [SECONDS]]]
 * </pre>
 */
final class EvaluateWhileTraining {

    private static final int[] BATCHES = {1, 7, 64, 500};

    private final HttpClient http = HttpClient.newHttpClient();
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private String url = "http://localhost:8080";

    void main(String[] arguments) throws Exception {
        url = arguments.length > 0 ? arguments[0] : url;
        int clients = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
        long seconds = arguments.length > 2 ? Long.parseLong(arguments[2]) : 30;

        String source = upload(points(4_000, 0, 1));
        String target = upload(points(4_000, 3, .5));
        String shortJob = job(source, target, 300, "evaluate-while-training");
        await(shortJob, "succeeded");

        List<Evaluation> evaluations = new ArrayList<>();
        for (int batch : BATCHES) {
            for (String query : List.of(
                    "transport?direction=forward",
                    "transport?direction=inverse",
                    "transport?direction=inverse&conjugate=refined",
                    "potential?direction=forward")) {
                String body = "{\"points\":" + points(batch, 1, 1) + "}";
                evaluations.add(new Evaluation(query, body, evaluate(query, body)));
            }
        }

        String training = job(source, target, 1_000_000, "evaluate-while-training-busy");
        await(training, "running");
        AtomicLong requests = new AtomicLong();
        AtomicLong different = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int first = client;
                work.add(() -> {
                    for (int i = first; System.nanoTime() < end; i++) {
                        Evaluation evaluation = evaluations.get(i % evaluations.size());
                        byte[] answer = evaluate(evaluation.query, evaluation.body);
                        requests.incrementAndGet();
                        if (!Arrays.equals(answer, evaluation.idle)) {
                            different.incrementAndGet();
                        }
                    }
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(work)) {
                done.get();
            }
        }
        String state = member("status", get("/v1/training-jobs/" + training));
        post("/v1/training-jobs/" + training + "/cancel", "");
        System.out.printf(
                Locale.ROOT,
                "{\"clients\":%d,\"requests\":%d,\"different\":%d,\"job\":\"%s\"}%n",
                clients,
                requests.get(),
                different.get(),
                state);
        if (different.get() > 0 || !state.equals("running")) {
            throw new IllegalStateException("answers differed, or the job did not train all the while");
        }
    }

    private record Evaluation(String query, String body, byte[] idle) {}

    private byte[] evaluate(String query, String body) throws IOException, InterruptedException {
        return post("/v1/models/evaluate-while-training/" + query, body).getBytes();
    }

    private String upload(String points) throws IOException, InterruptedException {
        return member("id", post("/v1/sample-sets", "{\"name\":\"bench\",\"points\":" + points + "}"));
    }

    private String job(String source, String target, int steps, String model) throws IOException, InterruptedException {
        return member(
                "id",
                post(
                        "/v1/training-jobs",
                        "{\"source\":\"%s\",\"target\":\"%s\",\"solver\":{\"type\":\"w2-dual\",\"steps\":%d},\"register_as\":{\"model\":\"%s\"}}"
                                .formatted(source, target, steps, model)));
    }

    private void await(String job, String status) throws IOException, InterruptedException {
        String last = "";
        for (int i = 0; i < 300; i++) {
            last = member("status", get("/v1/training-jobs/" + job));
            if (last.equals(status)) {
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("job %s is %s, not %s".formatted(job, last, status));
    }

    private String points(int count, double shift, double scale) {
        StringBuilder rows = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("[%.5f,%.5f]"
                            .formatted(shift + scale * random.nextGaussian(), scale * random.nextGaussian() * random.nextDouble()));
        }
        return rows.append(']').toString();
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path)).build());
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static String member(String name, String json) {
        Matcher matcher = Pattern.compile("\"%s\"\\s*:\\s*\"([^\"]*)\"".formatted(name)).matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("no member " + name + " in " + json);
        }
        return matcher.group(1);
    }
}
