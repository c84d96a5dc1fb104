package io.brenier.training.queue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.brenier.platform.Ids;
import io.brenier.training.job.Device;
import io.brenier.training.store.JobQueue;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** The queue in the service's own database: an entry is written in the transaction that writes the job. */
@Component
class DatabaseQueue implements JobQueue {

    private final SchedulerClient client;
    private final Ids ids;
    private final Clock clock;

    DatabaseQueue(DataSource dataSource, JdbcCustomization queueDatabase, Ids ids, Clock clock) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .jdbcCustomization(queueDatabase)
                .enablePriority()
                .build();
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void enqueue(UUID job, Device device) {
        client.schedule(new TaskInstance<Void>(TaskNames.of(device), QueueEntry.of(job, ids.next())), clock.instant());
    }
}
