package io.brenier.bench.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.JsonNode;

/** Looks at what is left: every accepted job must have ended, once, and succeeded, with a model that works. */
final class Aftermath {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Set<String> LAST = Set.of("job.succeeded", "job.failed", "job.cancelled", "job.expired");

    private final Fleet fleet;
    private final Client client;
    private final Database database;
    private final Map<Integer, String> accepted;

    /** What is wrong, by kind. */
    private final Map<String, List<String>> wrongs = new TreeMap<>();

    private final Map<String, Integer> statuses = new TreeMap<>();

    Aftermath(Fleet fleet, Client client, Database database, Map<Integer, String> accepted) {
        this.fleet = fleet;
        this.client = client;
        this.database = database;
        this.accepted = accepted;
        for (String kind : List.of(
                "lost", "doubled", "stuck", "unreadable", "blobs_missing", "blobs_orphaned", "queue_entries_left")) {
            wrongs.put(kind, new ArrayList<>());
        }
    }

    Map<String, List<String>> wrongs() {
        return wrongs;
    }

    Map<String, Integer> statuses() {
        return statuses;
    }

    void look() throws InterruptedException, SQLException {
        if (!database.awaitEnds(PATIENCE)) {
            System.err.println("some jobs have not ended");
        }
        for (Map.Entry<Integer, String> job : accepted.entrySet()) {
            check(job.getKey(), job.getValue());
        }
        int made = count("select count(*) from training_jobs");
        if (made > accepted.size()) {
            wrong("doubled", "%d jobs were made, %d were accepted".formatted(made, accepted.size()));
        }
        if (!Waiting.within(Duration.ofMinutes(2), () -> queueEntries() == 0)) {
            wrong("queue_entries_left", Integer.toString(queueEntries()));
        }
        checkBlobs();
    }

    private void check(int number, String id) throws InterruptedException {
        if (client.status("/v1/training-jobs/" + id) == 404) {
            wrong("lost", "job %d is not known".formatted(number));
            return;
        }
        JsonNode job = client.get("/v1/training-jobs/" + id);
        String status = job.path("status").asString();
        statuses.merge(status, 1, Integer::sum);
        if (job.path("ended_at").isNull()) {
            wrong("stuck", "job %d is %s".formatted(number, status));
            return;
        }
        if (!status.equals("succeeded")) {
            wrong("lost", "job %d ended as %s: %s".formatted(number, status, job.path("error")));
        }
        long ends = client.get("/v1/training-jobs/%s/events?limit=1000".formatted(id))
                .path("items")
                .valueStream()
                .filter(event -> LAST.contains(event.path("type").asString()))
                .count();
        if (ends != 1) {
            wrong("doubled", "job %d ended %d times".formatted(number, ends));
        }
        if (status.equals("succeeded")) {
            checkModel(number, job);
        }
    }

    private void checkModel(int number, JsonNode job) throws InterruptedException {
        String model = Workload.model(number);
        List<JsonNode> versions = client.get("/v1/models/%s/versions".formatted(model))
                .path("items")
                .valueStream()
                .toList();
        if (versions.size() != 1) {
            wrong("doubled", "model %s has %d versions".formatted(model, versions.size()));
        }
        int version = job.path("model").path("version").asInt();
        boolean ready = versions.stream()
                .anyMatch(made -> made.path("version").asInt() == version
                        && made.path("state").asString().equals("ready"));
        if (!ready || !client.transports(model, version)) {
            wrong("unreadable", "model %s, version %d".formatted(model, version));
        }
    }

    private void checkBlobs() throws InterruptedException, SQLException {
        Set<String> missing = new TreeSet<>(database.neededObjects());
        missing.removeAll(stored());
        missing.forEach(key -> wrong("blobs_missing", key));
        // The grace period is a minute, and what began to be written just now has another.
        if (!Waiting.within(PATIENCE, () -> orphans().isEmpty())) {
            orphans().forEach(key -> wrong("blobs_orphaned", key));
        }
    }

    private Set<String> orphans() {
        try {
            Set<String> orphans = new TreeSet<>(stored());
            orphans.removeAll(database.neededObjects());
            return orphans;
        } catch (SQLException down) {
            throw new IllegalStateException(down);
        }
    }

    /** Keys as the rows have them. */
    private Set<String> stored() {
        return fleet.stores().s3().listObjectsV2Paginator(list -> list.bucket(Stores.NAME)).contents().stream()
                .map(S3Object::key)
                .map(key -> key.substring(key.indexOf("blobs/") + "blobs/".length()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private int queueEntries() {
        return count("select count(*) from scheduled_tasks where task_name like 'training%'");
    }

    private int count(String sql) {
        try {
            return database.count(sql);
        } catch (SQLException down) {
            throw new IllegalStateException(down);
        }
    }

    private void wrong(String kind, String what) {
        System.err.printf("%s: %s%n", kind, what);
        wrongs.computeIfAbsent(kind, _ -> new ArrayList<>()).add(what);
    }
}
