package io.brenier.bench.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** The jobs: short ones of several kinds, each into a model of its own. */
final class Workload {

    private static final int POINTS = 300;

    private final Client client;
    private final List<String> sources = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    /** By their numbers. */
    private final Map<Integer, String> accepted = new ConcurrentHashMap<>();

    Workload(Client client, Random random) throws InterruptedException {
        this.client = client;
        for (int i = 0; i < 3; i++) {
            sources.add(client.upload(random, POINTS, 0, 0));
            targets.add(client.upload(random, POINTS, 1 + i, 2));
        }
    }

    static String model(int job) {
        return "chaos-" + job;
    }

    Map<Integer, String> accepted() {
        return Map.copyOf(accepted);
    }

    /** A short job; its id. */
    String submit(int job) throws InterruptedException {
        return submit(job, job % 10 == 9 ? drawnSides(job) : storedSides(job), solver(job));
    }

    /** One that trains for some twenty seconds. */
    String submitLong(int job) throws InterruptedException {
        return submit(job, storedSides(job), trained(8_000));
    }

    private String submit(int job, String sides, String solver) throws InterruptedException {
        String body =
                "{%s, \"solver\": %s, \"seed\": %d, \"register_as\": {\"model\": \"%s\"}, \"metadata\": {\"chaos\": \"%d\"}}"
                        .formatted(sides, solver, job, model(job), job);
        String id = client.submit(body, "chaos-" + job);
        accepted.put(job, id);
        return id;
    }

    private String storedSides(int job) {
        return "\"source\": \"%s\", \"target\": \"%s\"".formatted(sources.get(job % 3), targets.get(job / 3 % 3));
    }

    /** The job's own samples: drawn and stored while the job is made. */
    private static String drawnSides(int job) {
        return """
                "source_measure": {"type": "gaussian", "dimension": 2, "count": 200, "seed": %d},
                "target_measure": {"type": "gaussian", "dimension": 2, "count": 200, "seed": %d}""".formatted(2 * job, 2 * job + 1);
    }

    private static String solver(int job) {
        return switch (job % 5) {
            case 0 -> "{\"type\": \"gaussian\"}";
            case 1 -> "{\"type\": \"entropic\"}";
            default -> trained(200 * (job % 5));
        };
    }

    private static String trained(int steps) {
        return """
                {"type": "w2-dual", "steps": %d, "batch_size": 64, "log_every": 50, "checkpoint_every": 100000,
                 "potential": {"hidden": [16, 16]}, "amortizer": {"hidden": [16, 16]}}""".formatted(steps);
    }
}
