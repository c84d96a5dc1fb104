package io.brenier.platform.storage;

import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Has the collector run once an interval, in whichever process of a fleet comes first. Two at once would do no harm, only the work twice.
 */
@Component
class CollectionSchedule implements SchedulingConfigurer {

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
        if (table.takeTurn(properties.collectInterval())) {
            collector.collect();
        }
    }
}
