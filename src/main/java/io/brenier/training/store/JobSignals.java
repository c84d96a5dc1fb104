package io.brenier.training.store;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Wakes those who wait for news of a job. What another process does wakes nobody here: waiters look again after a while by themselves. */
@Component
public class JobSignals {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private long count;
    private volatile boolean closed;

    /** The present count, to be read before looking at what is waited for. */
    public long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Returns once anything changed since the count was read, or the time is over. */
    public void await(long since, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (count == since && left > 0) {
                left = news.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(JobChanged change) {
        wakeAll();
    }

    /** The service is going down: every waiter returns, and none should wait again. */
    public void close() {
        closed = true;
        wakeAll();
    }

    public boolean closed() {
        return closed;
    }

    private void wakeAll() {
        lock.lock();
        try {
            count++;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
