package io.brenier.training.request;

import io.brenier.models.ModelPublisher;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Ownership;
import io.brenier.samples.SampleSets;
import io.brenier.training.job.Device;
import io.brenier.training.job.JobPlan;
import io.brenier.training.problem.TrainingMemory;
import io.brenier.training.solver.SampleSizes;
import io.brenier.training.solver.SolverSpecs;
import io.brenier.transport.dual.SolverSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a client's request into a plan that can be carried out: every check that can be made before the training is made here. */
@ConditionalOnRole(Role.API)
@Component
public class Plans {

    /** Each of a job's sets has a seed of its own. */
    private static final long SIDES = 4;

    private static final long MOST_SECONDS = 366L * 24 * 3600;
    private static final int MOST_METADATA = 16;
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_VALUE = 512;
    private static final String DEFAULT_ALIAS = "latest";

    private final Sides sides;
    private final SampleSets samples;
    private final ModelPublisher models;
    private final Ownership ownership;
    private final TrainingMemory memory;

    Plans(Sides sides, SampleSets samples, ModelPublisher models, Ownership ownership, TrainingMemory memory) {
        this.sides = sides;
        this.samples = samples;
        this.models = models;
        this.ownership = ownership;
        this.memory = memory;
    }

    /**
     * What a job to come would do; nothing is made.
     *
     * @param job its identifier, which names the model where the client names none
     * @throws ProblemException for the first thing that cannot be carried out
     */
    public Outline outline(UUID job, NewTrainingJob asked) {
        return outline(job, asked, sets(asked, asked.seed() == null ? 0 : asked.seed()));
    }

    /**
     * The sets of jobs to come; nothing is drawn.
     *
     * @param seed of the samples where a measure has none
     * @throws ProblemException for the first that is not there or does not fit
     */
    public Sets sets(NewTrainingJob asked, long seed) {
        Side source = sides.required(asked.source(), asked.sourceMeasure(), "source", SIDES * seed);
        Side target = sides.required(asked.target(), asked.targetMeasure(), "target", SIDES * seed + 1);
        Side validationSource = sides.optional(
                asked.validationSource(), asked.validationSourceMeasure(), "validation_source", SIDES * seed + 2);
        Side validationTarget = sides.optional(
                asked.validationTarget(), asked.validationTargetMeasure(), "validation_target", SIDES * seed + 3);
        Stream.of(source, target, validationSource, validationTarget)
                .filter(Objects::nonNull)
                .forEach(side -> side.requireFitting(source));
        return new Sets(source, target, validationSource, validationTarget);
    }

    /** As {@link #outline(UUID, NewTrainingJob)}, on sets that were looked up before. */
    public Outline outline(UUID job, NewTrainingJob asked, Sets sets) {
        SolverSpec solver =
                SolverSpecs.effective(asked.solver(), new SampleSizes(sets.dimension(), sets.smallestCount()));
        SolverSpecs.requireFitting(solver, sets.trainingRows());
        memory.requireFitting(solver, sets.dimension(), sets.sourceRows(), sets.targetRows());
        NewTrainingJob.Registration register = asked.registerAs();
        String model = register == null || register.model() == null ? "job-" + job : register.model();
        String alias = register == null || register.alias() == null ? DEFAULT_ALIAS : register.alias();
        requirePublishable(model, alias, sets.dimension());
        return new Outline(
                sets.source(),
                sets.target(),
                sets.validationSource(),
                sets.validationTarget(),
                solver,
                asked.seed() == null ? 0 : asked.seed(),
                maxRuntime(asked.limits()),
                device(asked.limits()),
                model,
                alias,
                metadata(asked.metadata()));
    }

    /**
     * The plan; samples that are to be drawn from measures are, and are stored as sets.
     *
     * @throws ProblemException constant_column, where samples turn out to be all the same
     */
    public JobPlan plan(Outline outline) {
        return new JobPlan(
                ownership.owner(),
                sides.draw(outline.source()),
                sides.draw(outline.target()),
                outline.validationSource() == null ? null : sides.draw(outline.validationSource()),
                outline.validationTarget() == null ? null : sides.draw(outline.validationTarget()),
                outline.dimension(),
                outline.solver(),
                outline.seed(),
                outline.maxRuntimeSeconds(),
                outline.device(),
                outline.model(),
                outline.alias(),
                outline.metadata(),
                null);
    }

    private void requirePublishable(String model, String alias, int dimension) {
        try {
            models.checkPublishable(ownership.owner(), model, alias, dimension);
        } catch (ProblemException refused) {
            throw ProblemException.at("/register_as", refused.code(), refused.detail());
        }
    }

    /**
     * Keeps the plan's sets from being deleted until the caller's transaction, which stores the job, ends. Always in the same order, so that
     * two requests cannot wait for each other.
     *
     * @throws ProblemException sample_set_not_found if one was deleted since the plan was made
     */
    public void hold(JobPlan plan) {
        for (UUID set : plan.sampleSets().stream().sorted().toList()) {
            if (samples.findAndHold(set).isEmpty()) {
                throw ProblemException.of(
                        ProblemCode.SAMPLE_SET_NOT_FOUND, "sample set %s was deleted just now.".formatted(set));
            }
        }
    }

    private static Device device(NewTrainingJob.@Nullable Limits limits) {
        return limits == null || limits.device() == null ? Device.ANY : limits.device();
    }

    private static @Nullable Long maxRuntime(NewTrainingJob.@Nullable Limits limits) {
        Long seconds = limits == null ? null : limits.maxRuntimeSeconds();
        if (seconds != null && (seconds < 1 || seconds > MOST_SECONDS)) {
            throw ProblemException.at(
                    "/limits/max_runtime_seconds",
                    ProblemCode.INVALID_REQUEST,
                    "max_runtime_seconds is %d; allowed is 1 to %d.".formatted(seconds, MOST_SECONDS));
        }
        return seconds;
    }

    private static Map<String, String> metadata(@Nullable Map<String, @Nullable String> given) {
        Map<String, String> kept = new LinkedHashMap<>();
        if (given == null) {
            return kept;
        }
        given.forEach((name, value) -> {
            if (name.isEmpty() || name.length() > LONGEST_KEY || value == null || value.length() > LONGEST_VALUE) {
                throw ProblemException.at(
                        "/metadata",
                        ProblemCode.INVALID_REQUEST,
                        "a pair of metadata is too long or empty; allowed are names of 1 to %d and string values of up to %d characters."
                                .formatted(LONGEST_KEY, LONGEST_VALUE));
            }
            kept.put(name, value);
        });
        if (kept.size() > MOST_METADATA) {
            throw ProblemException.at(
                    "/metadata",
                    ProblemCode.INVALID_REQUEST,
                    "metadata has %d pairs; allowed are up to %d.".formatted(kept.size(), MOST_METADATA));
        }
        return kept;
    }
}
