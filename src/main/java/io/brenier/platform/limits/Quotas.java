package io.brenier.platform.limits;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.security.Ownership;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * What one owner may have. Requests that come at the same instant are each judged by what was there before them: together they may end a
 * little above.
 */
@Component
public class Quotas {

    private static final int RETRY_SOON = 30;
    /** Room comes when the owner deletes something, which no clock knows. */
    private static final int RETRY_LATE = 3600;

    private final LimitProperties limits;
    private final Ownership ownership;
    private final List<StoredBytes> stores;

    Quotas(LimitProperties limits, Ownership ownership, List<StoredBytes> stores) {
        this.limits = limits;
        this.ownership = ownership;
        this.stores = List.copyOf(stores);
    }

    /** @throws ProblemException quota_exceeded where the caller would store more than allowed */
    public void requireRoom(long comingBytes) {
        long allowed = limits.storedBytes().toBytes();
        if (allowed > 0) {
            String owner = ownership.owner();
            long stored = stores.stream().mapToLong(store -> store.of(owner)).sum();
            if (stored + comingBytes > allowed || stored >= allowed) {
                throw ProblemException.retryLater(
                        ProblemCode.QUOTA_EXCEEDED,
                        "%s has %,d bytes of sample sets and models, %,d are to come, and %,d are allowed; delete some."
                                .formatted(owner, stored, comingBytes, allowed),
                        RETRY_LATE);
            }
        }
    }

    /** @throws ProblemException quota_exceeded where the caller would have more jobs waiting than allowed */
    public void requireRoomInQueue(LongSupplier counted, int coming) {
        long waiting = limits.queuedJobs() == 0 ? 0 : counted.getAsLong();
        if (limits.queuedJobs() > 0 && waiting + coming > limits.queuedJobs()) {
            throw ProblemException.retryLater(
                    ProblemCode.QUOTA_EXCEEDED,
                    "%d jobs of %s wait, %d to come, and %d may wait at a time; ask again later, or cancel some."
                            .formatted(waiting, ownership.owner(), coming, limits.queuedJobs()),
                    RETRY_SOON);
        }
    }

    /** Whether there is a limit to what runs at a time of one owner. */
    public boolean limitRuns() {
        return limits.runningJobs() > 0;
    }

    /** Whether an owner of whom so many jobs run may have another one run. */
    public boolean allowsAnotherRun(long running) {
        return !limitRuns() || running < limits.runningJobs();
    }
}
