package io.brenier.training.queue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.brenier.platform.Ids;
import io.brenier.training.job.Device;
import io.brenier.training.store.JobQueue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** The queue in the service's own database: an entry is written in the transaction that writes the job. */
@Component
class DatabaseQueue implements JobQueue {

    private final SchedulerClient client;
    private final Ids ids;

    DatabaseQueue(DataSource dataSource, JdbcCustomization queueDatabase, Ids ids) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .jdbcCustomization(queueDatabase)
                .enablePriority()
                .build();
        this.ids = ids;
    }

    @Override
    public void enqueue(UUID job, Device device, Instant place) {
        // As a job's times are kept, so that a place is the same whether it comes from the clock or from there.
        Instant kept = place.truncatedTo(ChronoUnit.MICROS);
        client.schedule(new TaskInstance<Void>(TaskNames.of(device), QueueEntry.of(job, ids.next())), kept);
    }
}
