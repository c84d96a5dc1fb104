package io.brenier.training.sweep;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks now and then whether the jobs of a sweep have all ended. A job's own end could tell as well, but the process that wrote it may die
 * before it has told.
 */
@Component
@ConditionalOnRole(Role.API)
class SweepEnds implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(SweepEnds.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Sweeps sweeps;

    SweepEnds(Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(this::look, INTERVAL, INTERVAL));
    }

    void look() {
        try {
            for (UUID id : sweeps.toEnd()) {
                if (sweeps.endsNow(id)) {
                    log.info("Sweep {} has ended", id);
                }
            }
        } catch (DataAccessException | TransactionException unreachable) {
            log.warn("Sweeps could not be looked at; the next round tries again: {}", unreachable.toString());
        }
    }
}
