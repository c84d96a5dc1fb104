package io.brenier.training.run;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.job.Job;
import io.brenier.training.store.Attempts;
import io.brenier.transport.dual.DualPotentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Lets a job's instant answer serve while the job still trains. The archive is there before the row that names it. */
@ConditionalOnRole(Role.WORKER)
@Component
class InterimAnswers {

    private final ModelVersions versions;
    private final Attempts attempts;

    InterimAnswers(ModelVersions versions, Attempts attempts) {
        this.versions = versions;
        this.attempts = attempts;
    }

    void publish(Job job, DualPotentials potentials, String reason) {
        try {
            attempts.publishProvisional(job.id(), job.attempt(), versions.provisional(job, potentials, reason));
        } catch (IOException e) {
            throw new UncheckedIOException("the instant answer could not be stored", e);
        }
    }
}
