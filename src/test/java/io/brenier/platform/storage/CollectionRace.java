package io.brenier.platform.storage;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Writers that commit the same few contents, refer to them and let them go, against two collectors that know no grace at all: worse than any clock, stall or
 * fleet could make it.
 */
final class CollectionRace {

    private static final int CONTENTS = 4;

    private final StoredBlobs blobs;
    private final int writers;
    private final int rounds;
    private final AtomicInteger collections = new AtomicInteger();
    private final AtomicInteger references = new AtomicInteger();
    private final AtomicBoolean done = new AtomicBoolean();

    CollectionRace(StoredBlobs blobs, int writers, int rounds) {
        this.blobs = blobs;
        this.writers = writers;
        this.rounds = rounds;
    }

    void run() throws Exception {
        // Platform threads: H2 in memory waits for nothing, and virtual threads that never wait take no turns.
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> writing = new ArrayList<>();
            List<Future<?>> collecting = List.of(threads.submit(this::collect), threads.submit(this::collect));
            for (int writer = 0; writer < writers; writer++) {
                Random random = new Random(writer);
                writing.add(threads.submit(() -> write(random)));
            }
            for (Future<?> writer : writing) {
                writer.get();
            }
            done.set(true);
            for (Future<?> collector : collecting) {
                collector.get();
            }
        }
    }

    int collections() {
        return collections.get();
    }

    /** How many references were made. */
    int references() {
        return references.get();
    }

    private void collect() {
        while (!done.get()) {
            blobs.collect(Duration.ZERO);
            collections.incrementAndGet();
        }
    }

    private void write(Random random) {
        for (int round = 0; round < rounds; round++) {
            try {
                String sha256 = blobs.put("content " + random.nextInt(CONTENTS)).sha256();
                blobs.need(sha256);
                references.incrementAndGet();
                if (random.nextInt(3) > 0) {
                    blobs.needNoMore(sha256);
                }
            } catch (IOException | DataIntegrityViolationException collectedInBetween) {
                // Refused, as it must be; a feature tells its client to try again.
                continue;
            }
        }
    }
}
