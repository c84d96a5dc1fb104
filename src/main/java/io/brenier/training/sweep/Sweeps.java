package io.brenier.training.sweep;

import io.brenier.models.ModelPublisher;
import io.brenier.models.ModelVersionId;
import io.brenier.platform.Ids;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Ownership;
import io.brenier.training.job.Job;
import io.brenier.training.job.JobPlan;
import io.brenier.training.store.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sweeps, as a client sees and moves them. */
@Component
@ConditionalOnRole(Role.API)
public class Sweeps {

    private final SweepStore sweeps;
    private final Jobs jobs;
    private final ModelPublisher models;
    private final Ownership ownership;
    private final Ids ids;
    private final Clock clock;

    Sweeps(SweepStore sweeps, Jobs jobs, ModelPublisher models, Ownership ownership, Ids ids, Clock clock) {
        this.sweeps = sweeps;
        this.jobs = jobs;
        this.models = models;
        this.ownership = ownership;
        this.ids = ids;
        this.clock = clock;
    }

    /** An identifier for a sweep to come. */
    public UUID nextId() {
        return ids.next();
    }

    /** Makes the sweep, its jobs and their entries of the queue, all or none. */
    @Transactional
    public Sweep create(UUID id, NewSweepJobs asked) {
        sweeps.insert(Sweep.begun(
                id,
                ownership.owner(),
                clock.instant(),
                asked.request(),
                asked.plans().size(),
                asked.splitSeed(),
                asked.heldOut(),
                asked.plans().getFirst().model(),
                asked.alias(),
                asked.metadata()));
        for (JobPlan plan : asked.plans()) {
            jobs.create(jobs.nextId(), plan);
        }
        return require(id);
    }

    /** @throws ProblemException sweep_not_found */
    @Transactional(readOnly = true)
    public Sweep get(UUID id) {
        return require(id);
    }

    /** At most so many of the caller's sweeps that were made before the given one, newest first. */
    @Transactional(readOnly = true)
    public List<Sweep> page(@Nullable UUID before, int limit) {
        return sweeps.page(ownership.confinedTo(), before, limit);
    }

    /** Cancels all jobs that have not ended; does nothing where that was done, or where all have ended. */
    @Transactional
    public Sweep cancel(UUID id) {
        Sweep sweep = lock(id);
        if (sweep.endedAt() == null) {
            sweeps.cancelled(id, clock.instant());
            jobs.cancelSweep(id);
            end(require(id));
        }
        return require(id);
    }

    /** Forgets an ended sweep and its jobs. Their models stay. */
    @Transactional
    public void delete(UUID id) {
        if (lock(id).endedAt() == null && !end(require(id))) {
            throw ProblemException.of(
                    ProblemCode.INVALID_STATE,
                    "cannot delete sweep %s: some of its jobs have not ended; cancel it first".formatted(id));
        }
        jobs.deleteSweep(id);
        sweeps.delete(id);
    }

    /** Those that {@link #endsNow} would end. */
    List<UUID> toEnd() {
        return sweeps.toEnd();
    }

    /**
     * Ends the sweep if all its jobs have ended, and points its alias to the best version. Under the lock of the sweep's row: however many
     * processes look, it happens once.
     */
    @Transactional
    public boolean endsNow(UUID id) {
        return sweeps.lock(id)
                .filter(sweep -> sweep.endedAt() == null)
                .filter(this::end)
                .isPresent();
    }

    /** The caller holds the sweep's lock. */
    private boolean end(Sweep sweep) {
        List<Job> all = jobs.ofSweep(sweep.id());
        if (all.stream().anyMatch(job -> !job.status().ended())) {
            return false;
        }
        Optional<Job> best = sweep.alias() == null || sweep.cancelledAt() != null
                ? Optional.empty()
                : promote(Ranking.of(all, sweep.heldOut()), sweep.alias());
        sweeps.ended(
                sweep.id(),
                clock.instant(),
                best.map(Job::id).orElse(null),
                best.map(Job::model).map(ModelVersionId::version).orElse(null));
        return true;
    }

    /** A version may have been deleted meanwhile: the best of those that are there gets the alias. */
    private Optional<Job> promote(List<RankedJob> ranked, String alias) {
        return ranked.stream()
                .filter(job -> job.rank() != null)
                .map(RankedJob::job)
                .filter(job -> {
                    ModelVersionId made = Objects.requireNonNull(job.model());
                    return models.pointAlias(made.name(), alias, made.version());
                })
                .findFirst();
    }

    private Sweep require(UUID id) {
        return sweeps.find(id).filter(this::isSeen).orElseThrow(() -> unknown(id));
    }

    private Sweep lock(UUID id) {
        return sweeps.lock(id).filter(this::isSeen).orElseThrow(() -> unknown(id));
    }

    private boolean isSeen(Sweep sweep) {
        return ownership.sees(sweep.owner());
    }

    private static ProblemException unknown(UUID id) {
        return ProblemException.of(ProblemCode.SWEEP_NOT_FOUND, "there is no sweep %s".formatted(id));
    }
}
