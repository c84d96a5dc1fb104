package io.brenier.training.history;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Thins out what there is of jobs that ended long ago, a job at a time, so that nothing else waits long. Several processes may do so at once: what
 * one has thinned out the next finds done.
 */
@ConditionalOnRole(Role.WORKER)
@Component
class HistoryThinning implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(HistoryThinning.class);
    private static final int JOBS_A_QUERY = 100;
    private static final int JOBS_A_ROUND = 5_000;

    /** Enough for a curve. */
    private static final int FIGURES_KEPT = 200;

    private final HistoryStore store;
    private final HistoryProperties properties;
    private final Clock clock;

    HistoryThinning(HistoryStore store, HistoryProperties properties, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        if (properties.keep().isPositive()) {
            registrar.addFixedDelayTask(new FixedDelayTask(this::round, properties.interval(), properties.interval()));
        }
    }

    void round() {
        Instant before = clock.instant().minus(properties.keep());
        int thinned = 0;
        try {
            List<UUID> jobs = store.wholeAndEndedBefore(before, JOBS_A_QUERY);
            while (!jobs.isEmpty() && thinned < JOBS_A_ROUND) {
                jobs.forEach(job -> store.thin(job, FIGURES_KEPT));
                thinned += jobs.size();
                jobs = store.wholeAndEndedBefore(before, JOBS_A_QUERY);
            }
        } catch (DataAccessException failure) {
            log.warn("The histories of old jobs could not be thinned out; the next round tries again", failure);
        }
        if (thinned > 0) {
            log.info("Thinned out the histories of {} jobs that ended before {}", thinned, before);
        }
    }
}
