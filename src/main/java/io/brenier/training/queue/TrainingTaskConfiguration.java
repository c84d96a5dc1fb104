package io.brenier.training.queue;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.run.JobRunner;
import io.brenier.training.run.RunResult;
import io.brenier.training.run.TrainingProperties;
import io.brenier.training.store.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue's task: an execution is an attempt at a job. What the queue cannot finish, it finds dead and hands back. */
@ConditionalOnRole(Role.WORKER)
@Configuration(proxyBeanMethods = false)
class TrainingTaskConfiguration {

    private static final Logger log = LoggerFactory.getLogger(TrainingTaskConfiguration.class);

    @Bean
    CustomTask<Void> anyDeviceTask(JobRunner runner, Attempts attempts, TrainingProperties properties) {
        return task(TaskNames.ANY_DEVICE, runner, attempts, properties);
    }

    @Bean
    CustomTask<Void> ownDeviceTask(JobRunner runner, Attempts attempts, TrainingProperties properties) {
        return task(TaskNames.of(properties.device()), runner, attempts, properties);
    }

    private static CustomTask<Void> task(
            String name, JobRunner runner, Attempts attempts, TrainingProperties properties) {
        return Tasks.custom(name, Void.class)
                .onFailure((complete, operations) -> lost(attempts, properties, complete, operations))
                .onDeadExecution((complete, operations) -> lost(attempts, properties, complete, operations))
                .execute((instance, context) -> execute(runner, instance, context));
    }

    private static CompletionHandler<Void> execute(
            JobRunner runner, TaskInstance<Void> instance, ExecutionContext context) {
        return switch (runner.run(QueueEntry.jobOf(instance.getId()), instance.getId())) {
            case RunResult.Finished _ -> (complete, operations) -> operations.remove();
            case RunResult.Again(Duration delay) ->
                (complete, operations) -> operations.reschedule(
                        complete,
                        delay.isZero()
                                ? place(complete)
                                : complete.getTimeDone().plus(delay));
            case RunResult.Lost _ -> (complete, operations) -> {};
        };
    }

    /** The one that it had: a job that was cut off does not wait again behind all that came later. */
    private static Instant place(ExecutionComplete complete) {
        return complete.getExecution().getExecutionTime();
    }

    /**
     * The process of a run died, or an exception reached the queue, which means that not even the job's status could be written. Either way the
     * row still says that it runs. Where this cannot be written either, the entry stays picked without a heartbeat and is found dead later.
     */
    private static void lost(
            Attempts attempts,
            TrainingProperties properties,
            ExecutionComplete complete,
            ExecutionOperations<Void> operations) {
        Execution execution = complete.getExecution();
        String entry = execution.taskInstance.getId();
        UUID job = QueueEntry.jobOf(entry);
        log.warn("The worker of job {} stopped answering: {}", job, execution.pickedBy);
        handBack(attempts.workerLost(job, entry, properties.maxLosses()), complete, operations);
    }

    private static void handBack(boolean needed, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        if (needed) {
            operations.reschedule(complete, place(complete));
        } else {
            operations.remove();
        }
    }
}
