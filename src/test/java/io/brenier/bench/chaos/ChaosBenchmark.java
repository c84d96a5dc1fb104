package io.brenier.bench.chaos;

import io.brenier.bench.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Short jobs under faults, then workers killed one at a time in peace; ends with 1 where anything was lost, doubled, stuck, or too slow. */
public final class ChaosBenchmark {

    /** So long after the last end jobs are stuck. */
    private static final Duration STILL = Duration.ofMinutes(5);

    private static final Duration TAKEOVER = Duration.ofSeconds(30);
    /** Beside the interval itself: a step, and the time to write the checkpoint. */
    private static final Duration REPEATED = Fleet.CHECKPOINTS.plusSeconds(2);

    private final Fleet fleet;
    private final Client client;
    private final Database database;
    private final Workload workload;
    private final Random random;

    private ChaosBenchmark(Fleet fleet, Client client, Random random) throws InterruptedException {
        this.fleet = fleet;
        this.client = client;
        this.database = new Database(fleet.stores());
        this.workload = new Workload(client, random);
        this.random = random;
    }

    public static void main(String[] line) throws Exception {
        Arguments arguments = new Arguments(line);
        int faults = arguments.number("faults", 100);
        int jobs = arguments.number("jobs", 200);
        int kills = arguments.number("kills", 10);
        int seed = arguments.number("seed", 1);
        Path folder = Files.createTempDirectory("chaos");
        System.err.printf("seed %d, logs in %s%n", seed, folder);
        Random random = new Random(seed);
        LinkedHashMap<String, Object> summary;
        boolean passed;
        try (Fleet fleet = Fleet.start(jar(), Path.of(arguments.text("proxy", "toxiproxy-server")), folder);
                Client client = new Client(fleet.api().root())) {
            summary = new ChaosBenchmark(fleet, client, random).run(faults, jobs, kills);
            summary.putFirst("seed", seed);
            passed = Boolean.TRUE.equals(summary.get("passed"));
        }
        System.out.println(
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(summary));
        System.exit(passed ? 0 : 1);
    }

    private LinkedHashMap<String, Object> run(int faults, int jobs, int kills) throws Exception {
        LinkedHashMap<String, Object> summary = new LinkedHashMap<>();
        long began = System.nanoTime();
        List<Kill> underFaults = new ArrayList<>();
        summary.put("faults", chaos(faults, jobs, underFaults));
        summary.put("chaos_seconds", (System.nanoTime() - began) / 1_000_000_000);
        List<Kill> inPeace = killInPeace(jobs, kills);
        Aftermath aftermath = new Aftermath(fleet, client, database, workload.accepted());
        aftermath.look();
        summary.put("jobs", workload.accepted().size());
        summary.put("statuses", aftermath.statuses());
        aftermath.wrongs().forEach((kind, wrongs) -> summary.put(kind, wrongs.size()));
        Takeovers peaceful = Takeovers.of(inPeace, database);
        summary.put("internal_errors_seen", client.internalErrors());
        summary.put("checkpoint_interval_seconds", Fleet.CHECKPOINTS.toSeconds());
        summary.put("kills_in_peace", peaceful.figures());
        summary.put("kills_under_faults", Takeovers.of(underFaults, database).figures());
        summary.put(
                "passed",
                aftermath.wrongs().values().stream().allMatch(List::isEmpty)
                        && peaceful.enough(kills)
                        && peaceful.within(TAKEOVER)
                        && peaceful.repeatedWithin(REPEATED));
        return summary;
    }

    /** The jobs come as fast as the faults do, so that there are always some that run and some that wait. */
    private Map<Fault, Integer> chaos(int count, int jobs, List<Kill> kills) throws Exception {
        try (Faults faults = new Faults(fleet, database, random);
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> submissions = other.submit(() -> {
                for (int job = 0; job < jobs; job++) {
                    int next = job;
                    Waiting.until(
                            Duration.ofMinutes(10),
                            "there are more faults",
                            () -> next < 8 + (long) jobs * faults.count() / Math.max(1, count));
                    workload.submit(job);
                }
                return null;
            });
            faults.perform(count, jobs);
            submissions.get();
            kills.addAll(faults.kills());
            return faults.done();
        } finally {
            fleet.repair();
        }
    }

    /** One long job, one idle worker, and a kill somewhere between. */
    private List<Kill> killInPeace(int first, int count) throws InterruptedException, IOException, SQLException {
        if (!database.awaitEnds(STILL)) {
            return List.of();
        }
        List<Kill> kills = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String job = workload.submitLong(first + i);
            Waiting.until(Duration.ofMinutes(2), "the job runs", () -> workerOf(job) != null);
            Thread.sleep(1_000 + random.nextLong(2 * Fleet.CHECKPOINTS.toMillis()));
            String holder = workerOf(job);
            ServiceProcess worker = fleet.workers().stream()
                    .filter(process -> process.name().equals(holder))
                    .findFirst()
                    .orElse(null);
            if (worker == null) {
                System.err.printf("job %d was too quick to be killed%n", first + i);
                continue;
            }
            List<Kill> held = database.heldBy(worker.name());
            worker.kill();
            kills.addAll(held);
            Waiting.until(
                    Duration.ofMinutes(3),
                    "another worker goes on",
                    () -> unended() == 0
                            || (workerOf(job) != null && !worker.name().equals(workerOf(job))));
            worker.start();
            worker.awaitReady(Duration.ofMinutes(4));
            Waiting.until(Duration.ofMinutes(5), "the job ends", () -> unended() == 0);
        }
        return kills;
    }

    private int unended() {
        try {
            return database.unended();
        } catch (SQLException down) {
            throw new IllegalStateException(down);
        }
    }

    private @Nullable String workerOf(String job) throws InterruptedException {
        JsonNode worker = client.get("/v1/training-jobs/" + job).path("worker");
        return worker.isNull() ? null : worker.asString();
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("brenier-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no jar in target/: run ./mvnw -DskipTests package"));
        }
    }
}
