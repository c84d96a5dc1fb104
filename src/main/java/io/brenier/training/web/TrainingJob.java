package io.brenier.training.web;

import io.brenier.models.ModelVersionId;
import io.brenier.training.job.Device;
import io.brenier.training.job.Job;
import io.brenier.training.job.JobError;
import io.brenier.training.job.JobPlan;
import io.brenier.training.job.JobProgress;
import io.brenier.training.job.JobStatus;
import io.brenier.training.job.Transition;
import io.brenier.training.request.NewTrainingJob.Limits;
import io.brenier.training.request.NewTrainingJob.Registration;
import io.brenier.training.solver.SolverSpecs;
import io.brenier.training.solver.json.SolverJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as clients see it. */
@Schema(name = "TrainingJob", description = "A training job: what was asked, how far it is, and what came of it.")
record TrainingJob(
        @Schema(example = "0199f5a0-0000-7000-8000-000000000003")
        UUID id,

        @Schema(description = "Whom the job and its model belong to.", example = "local")
        String owner,

        JobStatus status,

        @Schema(description = "How many times a worker has taken the job; 0 until the first one does.", example = "1")
        int attempt,

        @Schema(description = "What the job does at present; null until a worker takes it.") @Nullable
        JobPhase phase,

        Progress progress,

        @Schema(description = "When the training will be done at the present pace; null where it cannot be told.")
        @Nullable
        Instant estimatedEndAt,

        @Schema(description = "The worker that has the job; null where none has.", example = "worker-1") @Nullable
        String worker,

        @Schema(
                description =
                        "The worker that is missing, of a job that waits and that no living worker could take; null where there is one, or the job does not wait.")
        @Nullable
        MissingWorker waitingFor,

        @Schema(description = "Why the job failed; null where it has not.") @Nullable
        Failure error,

        @Schema(description = "The model version that the job made; null where it has made none.") @Nullable
        ModelVersion model,

        @Schema(
                description =
                        "Figures of the finished training on held-out samples; those of the instant answers end in _identity, _gaussian or _entropic, those of"
                                + " a fresh sample in _floor, ends of 95 % intervals in _low and _high. Explained in docs/metrics.md.",
                example =
                        "{\"w2_squared_dual\": 4.0, \"w2_squared_dual_low\": 3.8, \"w2_squared_dual_high\": 4.2, \"validation_dual_gain_gaussian\": 0.31, \"sinkhorn_divergence_forward\": 0.03, \"sinkhorn_divergence_forward_floor\": 0.02}")
        Map<String, Double> metrics,

        @Schema(description = "What to know of the finished training, in sentences.")
        List<String> notes,

        @Schema(description = "Every change of the status, in order.")
        List<StatusChange> transitions,

        UUID source,
        UUID target,
        @Nullable UUID validationSource,
        @Nullable UUID validationTarget,

        @Schema(description = "d of R^d", example = "3") int dimension,

        SolverJson solver,

        @Schema(example = "0") long seed,

        @Schema(description = "The sweep that made the job; null where it stands alone.") @Nullable
        UUID sweep,

        @Schema(
                description =
                        "From which the held-out split follows, the same in all jobs of a sweep; null: it follows from seed.",
                example = "0")
        @Nullable
        Long splitSeed,

        Limits limits,
        Registration registerAs,

        @Schema(example = "{\"run\": \"first\"}") Map<String, String> metadata,

        Instant createdAt,

        @Schema(description = "When the first worker took it.") @Nullable
        Instant startedAt,

        @Nullable Instant endedAt) {

    static TrainingJob of(Job job) {
        JobPlan plan = job.plan();
        JobProgress progress = job.progress();
        String phase = progress.phase() == null ? null : progress.phase().wireName();
        return new TrainingJob(
                job.id(),
                job.plan().owner(),
                job.status(),
                job.attempt(),
                phase == null ? null : new JobPhase(phase, progress.completed(), progress.total(), progress.unit()),
                new Progress(phase, progress.completed(), progress.total(), progress.unit()),
                progress.estimatedEndAt(),
                job.worker(),
                MissingWorker.of(job),
                Failure.of(job.error()),
                ModelVersion.ofNullable(job.model()),
                job.metrics(),
                job.notes(),
                job.transitions().stream().map(StatusChange::of).toList(),
                plan.source(),
                plan.target(),
                plan.validationSource(),
                plan.validationTarget(),
                plan.dimension(),
                SolverSpecs.json(plan.solver()),
                plan.seed(),
                plan.sweep() == null ? null : plan.sweep().sweep(),
                plan.sweep() == null ? null : plan.sweep().splitSeed(),
                new Limits(plan.maxRuntimeSeconds(), plan.device()),
                new Registration(plan.model(), plan.alias()),
                plan.metadata(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt());
    }

    /** A worker that a job waits for and that is not there. */
    @Schema(
            name = "MissingWorker",
            description =
                    "A worker that a job waits for and that is not there. If none comes (brenier.training.no-worker-timeout), the job fails as no_worker.")
    record MissingWorker(
            @Schema(description = "What it would have to train on.")
            Device device,

            @Schema(description = "When it was first found missing.")
            Instant since) {

        static @Nullable MissingWorker of(Job job) {
            Instant since = job.unservedSince();
            return since == null ? null : new MissingWorker(job.plan().device(), since);
        }
    }

    /** What a job does at present, and how far that is. */
    @Schema(name = "TrainingPhase", description = "What a job does at present, and how far it is.")
    record JobPhase(
            @Schema(
                    allowableValues = {"loading", "training", "evaluating", "publishing"},
                    example = "training")
            String name,

            @Schema(example = "500") long completed,
            @Schema(example = "2000") long total,
            @Schema(example = "steps") String unit) {}

    /** How far a job is. */
    @Schema(name = "TrainingProgress", description = "How far a job is, over all attempts.")
    record Progress(
            @Schema(description = "As phase.name; null until a worker takes the job.", example = "training") @Nullable
            String phase,

            @Schema(example = "500") long completed,
            @Schema(example = "2000") long total,
            @Schema(example = "steps") String unit) {}

    /** Why a job failed. */
    @Schema(name = "TrainingFailure", description = "Why a job failed.")
    record Failure(
            @Schema(
                    description = "diverged, internal, no_worker, or the code of a problem with what it was given",
                    example = "diverged")
            String code,

            @Schema(example = "The training diverged at step 1200: the objective is NaN.")
            String message) {

        static @Nullable Failure of(@Nullable JobError error) {
            return error == null ? null : new Failure(error.code(), error.message());
        }
    }

    /** A change of the status. */
    @Schema(name = "TrainingTransition", description = "A change of a job's status.")
    record StatusChange(
            JobStatus status,
            Instant at,
            @Schema(example = "The job was created.") String reason) {

        static StatusChange of(Transition transition) {
            return new StatusChange(transition.status(), transition.at(), transition.reason());
        }
    }

    /** A model version. */
    @Schema(name = "ModelVersionRef", description = "A version of a model.")
    record ModelVersion(
            @Schema(example = "colours") String name,
            @Schema(example = "1") int version) {

        static ModelVersion of(ModelVersionId id) {
            return new ModelVersion(id.name(), id.version());
        }

        static @Nullable ModelVersion ofNullable(@Nullable ModelVersionId id) {
            return id == null ? null : of(id);
        }
    }
}
