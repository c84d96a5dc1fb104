package io.brenier.bench.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Does harm at random, and makes it good after a while: what died is started again, and the network comes back. */
final class Faults implements AutoCloseable {

    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(8);
    private static final Duration LONGEST_DOWN = Duration.ofSeconds(4);
    private static final Duration LONGEST_PEACE = Duration.ofSeconds(4);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** By so many jobs the faults may be ahead. */
    private static final int HEADSTART = 6;

    private final Fleet fleet;
    private final Database database;
    private final Random random;
    private final ScheduledExecutorService repairs = Executors.newScheduledThreadPool(4);
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private final List<Kill> kills = new ArrayList<>();
    private final AtomicInteger count = new AtomicInteger();

    Faults(Fleet fleet, Database database, Random random) {
        this.fleet = fleet;
        this.database = database;
        this.random = random;
        repairs.scheduleWithFixedDelay(this::keepUp, 1, 1, TimeUnit.SECONDS);
    }

    /** How many there have been; of any thread. */
    int count() {
        return count.get();
    }

    Map<Fault, Integer> done() {
        return done;
    }

    List<Kill> kills() {
        return kills;
    }

    /** The faults keep step with the jobs: else most would meet processes that the one before has just brought down, and no work. */
    void perform(int faults, int jobs) throws IOException, InterruptedException, SQLException {
        while (count.get() < faults) {
            long due = (long) jobs * count.get() / faults - HEADSTART;
            Waiting.within(LONGEST_WAIT, () -> database.ended() >= due);
            Fault fault = Fault.next(random);
            perform(fault);
            done.merge(fault, 1, Integer::sum);
            System.err.printf("%3d %s%n", count.incrementAndGet(), fault);
            Thread.sleep(random.nextLong(LONGEST_PEACE.toMillis()));
        }
    }

    private void perform(Fault fault) throws IOException, InterruptedException, SQLException {
        switch (fault) {
            case WORKER_KILLED -> killWorker();
            case API_KILLED -> {
                startLater(fleet.api());
                fleet.api().kill();
            }
            case WORKER_STOPPED -> {
                ServiceProcess worker = anyWorker();
                repairs.execute(() -> stop(worker));
            }
            case DATABASE_CRASHED -> fleet.stores().restartDatabase(true);
            case DATABASE_RESTARTED -> fleet.stores().restartDatabase(false);
            case DATABASE_STALLED -> stall(Fleet.DATABASE);
            case DATABASE_DROPPED -> drop(Fleet.DATABASE);
            case BLOBS_STALLED -> stall(Fleet.BLOBS);
            case BLOBS_DROPPED -> drop(Fleet.BLOBS);
        }
    }

    private void killWorker() throws InterruptedException {
        ServiceProcess worker = anyWorker();
        List<Kill> held = worker.isAlive() ? database.heldBy(worker.name()) : List.of();
        startLater(worker);
        worker.kill();
        kills.addAll(held);
    }

    private ServiceProcess anyWorker() {
        return fleet.workers().get(random.nextInt(fleet.workers().size()));
    }

    private void stall(String network) throws IOException, InterruptedException {
        fleet.network().heal(network);
        fleet.network().stall(network);
        healLater(network);
    }

    private void drop(String network) throws IOException, InterruptedException {
        fleet.network().heal(network);
        fleet.network().drop(network);
        healLater(network);
    }

    /** A fault of the same network meanwhile ends with the first repair: shorter than drawn, and still a fault. */
    private void healLater(String network) {
        long millis = 500 + random.nextLong(LONGEST_OUTAGE.toMillis() - 500);
        repairs.schedule(() -> heal(network), millis, TimeUnit.MILLISECONDS);
    }

    private void heal(String network) {
        try {
            fleet.network().heal(network);
        } catch (IOException failed) {
            System.err.printf("a network could not be healed: %s%n", failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startLater(ServiceProcess process) {
        process.holdDown(Duration.ofMillis(random.nextLong(LONGEST_DOWN.toMillis())));
    }

    private void stop(ServiceProcess worker) {
        try {
            worker.terminate();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepUp() {
        try {
            fleet.api().keepUp();
            for (ServiceProcess worker : fleet.workers()) {
                worker.keepUp();
            }
        } catch (IOException failed) {
            System.err.printf("a process could not be started: %s%n", failed);
        }
    }

    /** Waits for the repairs that are still to come. */
    @Override
    public void close() throws InterruptedException {
        repairs.shutdown();
        if (!repairs.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("some repairs take for ever");
        }
    }
}
