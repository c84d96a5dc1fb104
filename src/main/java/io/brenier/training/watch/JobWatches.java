package io.brenier.training.watch;

import io.brenier.training.store.JobChanged;
import io.brenier.training.store.JobVersion;
import io.brenier.training.store.Jobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Who waits for news of which job. What this process does wakes them at once. What other processes do is found by one query for all that are
 * waited for, however many clients wait, a few times a second and only while somebody does.
 */
@Component
public class JobWatches implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobWatches.class);
    private static final int IDS_A_QUERY = 1_000;

    private final Jobs jobs;
    private final WatchProperties properties;
    private final Map<UUID, Set<JobWatch>> watches = new ConcurrentHashMap<>();
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("job-watches").factory());
    private volatile boolean running;
    private volatile boolean closed;
    private boolean answering = true;

    JobWatches(Jobs jobs, WatchProperties properties) {
        this.jobs = jobs;
        this.properties = properties;
    }

    /** Begins to watch a job; whoever asks closes it. */
    public JobWatch watch(UUID job) {
        JobWatch watch = new JobWatch(job, this);
        watches.compute(job, (_, others) -> {
            Set<JobWatch> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(watch);
            return all;
        });
        return watch;
    }

    void remove(JobWatch watch) {
        watches.computeIfPresent(watch.job(), (_, all) -> {
            all.remove(watch);
            return all.isEmpty() ? null : all;
        });
    }

    boolean closed() {
        return closed;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(JobChanged change) {
        watches.getOrDefault(change.job(), Set.of()).forEach(JobWatch::wake);
    }

    /** Looks once for what other processes have changed. */
    void poll() {
        try {
            List<UUID> watched = new ArrayList<>(watches.keySet());
            for (int from = 0; from < watched.size(); from += IDS_A_QUERY) {
                tell(watched.subList(from, Math.min(from + IDS_A_QUERY, watched.size())));
            }
            answering = true;
        } catch (DataAccessException broken) {
            if (answering) {
                log.warn("The database does not answer: news of jobs come late", broken);
            }
            answering = false;
        }
    }

    private void tell(List<UUID> watched) {
        Map<UUID, JobVersion> versions = jobs.versions(watched);
        for (UUID job : watched) {
            watches.getOrDefault(job, Set.of()).forEach(watch -> watch.polled(versions.get(job)));
        }
    }

    @Override
    public void start() {
        long interval = properties.interval().toMillis();
        poller.scheduleWithFixedDelay(this::poll, interval, interval, TimeUnit.MILLISECONDS);
        running = true;
    }

    /** The service is going down: every waiter returns, and none should wait again. */
    @Override
    public void stop() {
        poller.shutdown();
        closed = true;
        watches.values().forEach(all -> all.forEach(JobWatch::wake));
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
