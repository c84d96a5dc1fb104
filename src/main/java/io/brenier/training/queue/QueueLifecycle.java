package io.brenier.training.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.job.JobStatus;
import io.brenier.training.run.ActiveRuns;
import io.brenier.training.store.JobChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Starts the queue after everything else, and stops it before everything else: web server and database are still there while the
 * trainings write their checkpoints.
 */
@ConditionalOnRole(Role.WORKER)
@Component
class QueueLifecycle implements SmartLifecycle, DbSchedulerStarter {

    private static final Logger log = LoggerFactory.getLogger(QueueLifecycle.class);

    private final Scheduler scheduler;
    private final ActiveRuns runs;
    private final OrphanedEntries orphans;
    private volatile boolean running;

    QueueLifecycle(Scheduler scheduler, ActiveRuns runs, OrphanedEntries orphans) {
        this.scheduler = scheduler;
        this.runs = runs;
        this.orphans = orphans;
    }

    /** The starter's own hook, before the context is ready: too early for trainings. */
    @Override
    public void doStart() {
        log.debug("The queue starts with the context");
    }

    @Override
    public void start() {
        orphans.markDead();
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        runs.shutDown();
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @TransactionalEventListener
    void jobChanged(JobChanged change) {
        if (running && change.moved() && change.status() == JobStatus.QUEUED) {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}
