package io.brenier.training.run;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.samples.SampleSets;
import io.brenier.training.job.JobPlan;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.tensor.Points;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads what a plan names. */
@ConditionalOnRole(Role.WORKER)
@Component
class Problems {

    private final SampleSets samples;

    Problems(SampleSets samples) {
        this.samples = samples;
    }

    TrainingProblem load(JobPlan plan) {
        return new TrainingProblem(
                samples.load(plan.source()),
                samples.load(plan.target()),
                optional(plan.validationSource()),
                optional(plan.validationTarget()),
                plan.solver(),
                plan.seed(),
                plan.sweep() == null ? null : RandomStream.splits(plan.sweep().splitSeed()));
    }

    private @Nullable Points optional(@Nullable UUID set) {
        return set == null ? null : samples.load(set);
    }
}
