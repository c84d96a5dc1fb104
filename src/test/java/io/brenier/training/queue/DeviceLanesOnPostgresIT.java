package io.brenier.training.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.brenier.BrenierApplication;
import io.brenier.PostgresDatabase;
import io.brenier.training.job.Device;
import io.brenier.training.store.JobQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who takes which jobs, where workers have different devices. */
@Tag("containers")
class DeviceLanesOnPostgresIT {

    @TempDir
    Path storage;

    @Test
    void aWorkerTakesTheJobsThatItsDeviceSuitsAndLeavesTheOthersUntouched() throws InterruptedException {
        PostgresDatabase database = PostgresDatabase.create();
        try (ConfigurableApplicationContext api = new SpringApplicationBuilder(BrenierApplication.class)
                .run(
                        "--server.port=0",
                        "--brenier.role=api",
                        "--brenier.storage.directory=" + storage,
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password())) {
            JobQueue queue = api.getBean(JobQueue.class);
            Instant now = Instant.now();
            UUID onGpu = UUID.randomUUID();
            UUID anywhere = UUID.randomUUID();
            UUID onCpu = UUID.randomUUID();
            queue.enqueue(onGpu, Device.GPU, now.plusMillis(0));
            queue.enqueue(anywhere, Device.ANY, now.plusMillis(1));
            queue.enqueue(onCpu, Device.CPU, now.plusMillis(2));
            DataSource shared = api.getBean(DataSource.class);

            try (Taker cpu = new Taker(shared, Device.CPU)) {
                assertThat(List.of(cpu.next(), cpu.next())).containsExactly(anywhere, onCpu);
                assertThat(api.getBean(JdbcClient.class)
                                .sql("select picked from scheduled_tasks where task_name = 'training-gpu'")
                                .query(Boolean.class)
                                .single())
                        .isFalse();
            }
            try (Taker gpu = new Taker(shared, Device.GPU)) {
                assertThat(gpu.next()).isEqualTo(onGpu);
            }
        }
    }

    /** A worker that only notes what it is given. */
    private static final class Taker implements AutoCloseable {

        private final BlockingQueue<UUID> taken = new LinkedBlockingQueue<>();
        private final Scheduler scheduler;

        Taker(DataSource database, Device device) {
            List<Task<?>> lanes = List.of(noting(TaskNames.ANY_DEVICE), noting(TaskNames.of(device)));
            scheduler = Scheduler.create(database, lanes)
                    .schedulerName(new SchedulerName.Fixed(device.wireName()))
                    .jdbcCustomization(new PostgresQueue(TaskNames.foreignTo(device)))
                    .threads(1)
                    .pollingInterval(Duration.ofMillis(50))
                    .pollUsingLockAndFetch(0.5, 1.0)
                    .enablePriority()
                    .build();
            scheduler.start();
        }

        private Task<Void> noting(String lane) {
            return Tasks.custom(lane, Void.class).execute((instance, _) -> {
                taken.add(QueueEntry.jobOf(instance.getId()));
                return (_, operations) -> operations.remove();
            });
        }

        @Nullable
        UUID next() throws InterruptedException {
            return taken.poll(30, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            scheduler.stop();
        }
    }
}
