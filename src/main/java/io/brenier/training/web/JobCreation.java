package io.brenier.training.web;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.job.JobPlan;
import io.brenier.training.queue.QueueLimit;
import io.brenier.training.request.IdempotentRequests;
import io.brenier.training.request.NewTrainingJob;
import io.brenier.training.request.Outline;
import io.brenier.training.request.Plans;
import io.brenier.training.store.Jobs;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes jobs, each request with an Idempotency-Key only once. */
@ConditionalOnRole(Role.API)
@Component
class JobCreation {

    private final Plans plans;
    private final Jobs jobs;
    private final QueueLimit limit;
    private final IdempotentRequests requests;
    private final TransactionTemplate transaction;

    JobCreation(
            Plans plans, Jobs jobs, QueueLimit limit, IdempotentRequests requests, TransactionTemplate transaction) {
        this.plans = plans;
        this.jobs = jobs;
        this.limit = limit;
        this.requests = requests;
        this.transaction = transaction;
    }

    TrainingJob create(NewTrainingJob asked, @Nullable String keyHeader) {
        return requests.once(keyHeader, asked, TrainingJob.class, key -> make(asked, key));
    }

    private TrainingJob make(NewTrainingJob asked, @Nullable String key) {
        UUID id = jobs.nextId();
        Outline outline = plans.outline(id, asked);
        limit.requireRoom(1);
        JobPlan plan = plans.plan(outline);
        return transaction.execute(_ -> {
            plans.hold(plan);
            TrainingJob job = TrainingJob.of(jobs.create(id, plan));
            requests.remember(key, id, job);
            return job;
        });
    }
}
