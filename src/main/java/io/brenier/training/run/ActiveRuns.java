package io.brenier.training.run;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.store.JobChanged;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The runs of this process. */
@ConditionalOnRole(Role.WORKER)
@Component
public class ActiveRuns {

    private final Map<UUID, Run> runs = new ConcurrentHashMap<>();
    private final TrainingMeters meters;
    private volatile boolean shutdown;

    ActiveRuns(TrainingMeters meters) {
        this.meters = meters;
    }

    void add(Run run) {
        runs.put(run.jobId(), run);
        meters.started();
        if (shutdown) {
            run.shutDown();
        }
    }

    void remove(Run run) {
        runs.remove(run.jobId(), run);
        meters.stopped();
    }

    /** Asks every run to stop at its next step, those to come as well. */
    public void shutDown() {
        shutdown = true;
        runs.values().forEach(Run::shutDown);
    }

    @TransactionalEventListener
    void jobChanged(JobChanged change) {
        Run run = runs.get(change.job());
        if (run != null && change.moved()) {
            run.clientWaits();
        }
    }
}
