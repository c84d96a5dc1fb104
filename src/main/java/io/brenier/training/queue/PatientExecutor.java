package io.brenier.training.queue;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that are never interrupted. An interrupt in the middle of a write would close the embedded database's file for everybody, also for
 * the checkpoints that are written while the service stops. A thread that does not come to its end in time goes with the process.
 */
final class PatientExecutor extends ThreadPoolExecutor {

    PatientExecutor(int threads, String name) {
        super(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name, 0).factory());
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }
}
