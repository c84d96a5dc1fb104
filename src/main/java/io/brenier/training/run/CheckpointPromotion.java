package io.brenier.training.run;

import io.brenier.models.ModelPublisher;
import io.brenier.models.ModelVersionId;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.job.Job;
import io.brenier.training.job.StoredCheckpoint;
import io.brenier.training.problem.LoadedProblem;
import io.brenier.training.problem.Problems;
import io.brenier.training.store.Jobs;
import io.brenier.transport.dual.DualPotentials;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a model version of a checkpoint: of a job that failed, or before one is done. */
@ConditionalOnRole(Role.API)
@Component
public class CheckpointPromotion {

    private static final int RETRY_SECONDS = 2;

    private final Jobs jobs;
    private final Problems problems;
    private final TrainerFactory trainers;
    private final CheckpointReader checkpoints;
    private final ModelVersions versions;
    private final ModelPublisher models;
    private final Semaphore turn = new Semaphore(1);

    CheckpointPromotion(
            Jobs jobs,
            Problems problems,
            TrainerFactory trainers,
            CheckpointReader checkpoints,
            ModelVersions versions,
            ModelPublisher models) {
        this.jobs = jobs;
        this.problems = problems;
        this.trainers = trainers;
        this.checkpoints = checkpoints;
        this.versions = versions;
        this.models = models;
    }

    /**
     * Publishes the best map that the checkpoint holds.
     *
     * @param model the model to publish into; null for the job's own
     * @param alias moved to the new version; null for none
     * @throws ProblemException job_not_found, checkpoint_not_found, job_too_large, overloaded, unsupported, or what the registry has against the names
     */
    public ModelVersionId promote(UUID id, long step, @Nullable String model, @Nullable String alias)
            throws IOException {
        Job job = jobs.get(id);
        List<StoredCheckpoint> kept = jobs.checkpoints(id);
        StoredCheckpoint checkpoint = kept.stream()
                .filter(candidate -> candidate.step() == step)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.CHECKPOINT_NOT_FOUND,
                        "job %s has no checkpoint at step %d; it has those at %s"
                                .formatted(
                                        id,
                                        step,
                                        kept.stream()
                                                .map(StoredCheckpoint::step)
                                                .toList())));
        String name = model == null ? job.plan().model() : model;
        models.checkPublishable(job.plan().owner(), name, alias, job.plan().dimension());
        return models.publish(versions.promoted(job, potentials(job, checkpoint), step, name, alias));
    }

    /** One at a time: the samples, from which the units and the affine part follow, may take as much memory as a training. */
    private DualPotentials potentials(Job job, StoredCheckpoint checkpoint) throws IOException {
        if (!turn.tryAcquire()) {
            throw ProblemException.retryLater(
                    ProblemCode.OVERLOADED,
                    "Another checkpoint is being promoted by this process; try again.",
                    RETRY_SECONDS);
        }
        try (LoadedProblem loaded = problems.load(job.plan())) {
            return trainers.forSpec(job.plan().solver()).potentialsAt(loaded.problem(), checkpoints.read(checkpoint));
        } catch (IllegalArgumentException differs) {
            throw ProblemException.of(
                    ProblemCode.UNSUPPORTED,
                    "The checkpoint cannot be read here: %s Samples that are streamed need the same brenier.training.memory.limit as where it was trained."
                            .formatted(differs.getMessage()));
        } finally {
            turn.release();
        }
    }
}
