package io.brenier.training.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.run.TrainingProperties;
import io.brenier.training.run.Worker;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The queue's scheduler: a slot is a platform thread, because a training computes and never waits. */
@Configuration(proxyBeanMethods = false)
class QueueConfiguration {

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    @Bean
    JdbcCustomization queueDatabase(DataSource dataSource, TrainingProperties properties) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
                    ? new PostgresQueue(TaskNames.foreignTo(properties.device()))
                    : new DefaultJdbcCustomization(false);
        }
    }

    @Bean
    @ConditionalOnRole(Role.WORKER)
    @DependsOnDatabaseInitialization
    Scheduler scheduler(
            DataSource dataSource,
            List<CustomTask<Void>> trainingTasks,
            TrainingProperties properties,
            Worker worker,
            JdbcCustomization queueDatabase,
            List<SchedulerListener> listeners) {
        DataSource transactional = new TransactionAwareDataSourceProxy(dataSource);
        SchedulerBuilder builder = Scheduler.create(transactional, List.copyOf(trainingTasks))
                .schedulerName(new SchedulerName.Fixed(worker.name()))
                .jdbcCustomization(queueDatabase)
                .threads(properties.slots())
                .executorService(new PatientExecutor(properties.slots(), "training-"))
                .dueExecutor(new PatientExecutor(1, "training-queue-"))
                .pollingInterval(properties.pollInterval())
                .heartbeatInterval(properties.heartbeatInterval())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                // db-scheduler waits twice: before it would interrupt, and after.
                .shutdownMaxWait(properties.shutdownTimeout().dividedBy(2))
                // What a worker leaves to others may wait for them as long as it has to.
                .deleteUnresolvedAfter(FOR_EVER)
                .enablePriority();
        listeners.forEach(builder::addSchedulerListener);
        if (queueDatabase.supportsSingleStatementLockAndFetch()) {
            builder.pollUsingLockAndFetch(0.5, 1.0);
        } else {
            builder.pollUsingFetch(0.5, 1.0);
        }
        return builder.build();
    }
}
