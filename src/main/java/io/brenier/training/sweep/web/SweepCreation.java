package io.brenier.training.sweep.web;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.request.IdempotentRequests;
import io.brenier.training.request.Plans;
import io.brenier.training.sweep.NewSweepJobs;
import io.brenier.training.sweep.Sweeps;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes sweeps, each request with an Idempotency-Key only once. */
@Component
@ConditionalOnRole(Role.API)
class SweepCreation {

    private final SweepPlans plans;
    private final Plans holder;
    private final Sweeps sweeps;
    private final SweepViews views;
    private final IdempotentRequests requests;
    private final TransactionTemplate transaction;

    SweepCreation(
            SweepPlans plans,
            Plans holder,
            Sweeps sweeps,
            SweepViews views,
            IdempotentRequests requests,
            TransactionTemplate transaction) {
        this.plans = plans;
        this.holder = holder;
        this.sweeps = sweeps;
        this.views = views;
        this.requests = requests;
        this.transaction = transaction;
    }

    SweepView create(NewSweep asked, @Nullable String keyHeader) {
        return requests.once(keyHeader, asked, SweepView.class, key -> make(asked, key));
    }

    private SweepView make(NewSweep asked, @Nullable String key) {
        UUID id = sweeps.nextId();
        NewSweepJobs jobs = plans.of(id, asked);
        return transaction.execute(_ -> {
            holder.hold(jobs.plans().getFirst());
            SweepView made = views.summary(sweeps.create(id, jobs));
            requests.remember(key, id, made);
            return made;
        });
    }
}
