package io.brenier.platform.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Has the collector run once an interval, in whichever process of a fleet comes first. Two at once would do no harm, only the work twice.
 */
@Component
class CollectionSchedule implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(CollectionSchedule.class);

    private final BlobCollector collector;
    private final BlobTable table;
    private final StorageProperties properties;

    CollectionSchedule(BlobCollector collector, BlobTable table, StorageProperties properties) {
        this.collector = collector;
        this.table = table;
        this.properties = properties;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(
                new FixedDelayTask(this::collectInTurn, properties.collectInterval(), properties.collectInterval()));
    }

    private void collectInTurn() {
        if (isTurn()) {
            collector.collect();
        }
    }

    private boolean isTurn() {
        try {
            return table.takeTurn(properties.collectInterval());
        } catch (DataAccessException | TransactionException outage) {
            log.warn("Nobody could be asked whose turn it is to collect: {}", outage.toString());
            return false;
        }
    }
}
