package io.brenier.training.watch;

import io.brenier.training.store.JobVersion;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Waits for news of one job, until it is closed. Belongs to one waiter. */
public final class JobWatch implements AutoCloseable {

    private final UUID job;
    private final JobWatches watches;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private long count;
    private boolean looked;
    private @Nullable JobVersion known;

    JobWatch(UUID job, JobWatches watches) {
        this.job = job;
        this.watches = watches;
    }

    public UUID job() {
        return job;
    }

    /** The present count, to be read before looking at the job. */
    public long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Returns once anything of the job may have changed since the count was read, or the time is over. */
    public void await(long since, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (count == since && left > 0 && !watches.closed()) {
                left = news.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The service is going down: nobody should wait any more. */
    public boolean closed() {
        return watches.closed();
    }

    void wake() {
        lock.lock();
        try {
            count++;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What the database has of the job; null where it has none. The first look always wakes: the waiter may have looked before a change. */
    void polled(@Nullable JobVersion version) {
        lock.lock();
        try {
            if (!looked || !Objects.equals(version, known)) {
                count++;
                news.signalAll();
            }
            looked = true;
            known = version;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        watches.remove(this);
    }
}
