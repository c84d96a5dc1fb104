package io.brenier.training.queue;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.store.RunQuota;
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

/** Looks now and then for whom of those held back there is room again. The end of a run could tell as well, but its process may die before. */
@ConditionalOnRole(Role.WORKER)
@Component
class HeldBackJobs implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(HeldBackJobs.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final RunQuota quota;

    HeldBackJobs(RunQuota quota) {
        this.quota = quota;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(this::look, INTERVAL, INTERVAL));
    }

    void look() {
        try {
            boolean someWent;
            do {
                someWent = false;
                for (UUID first : quota.firstHeldBack()) {
                    someWent |= quota.letGo(first);
                }
            } while (someWent);
        } catch (DataAccessException | TransactionException outage) {
            log.warn(
                    "Jobs held back by a quota could not be looked at; the next round tries again: {}",
                    outage.toString());
        }
    }
}
