package io.brenier.training.request;

import io.brenier.models.ModelPublisher;
import io.brenier.platform.Ids;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.samples.SampleSet;
import io.brenier.samples.SampleSets;
import io.brenier.training.job.JobPlan;
import io.brenier.training.solver.SampleSizes;
import io.brenier.training.solver.SolverSpecs;
import io.brenier.transport.dual.SolverSpec;
import io.brenier.transport.measure.HeldOutSplit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a client's request into a plan that can be carried out: every check that can be made before the training is made here. */
@Component
public class Plans {

    private static final int LEAST_POINTS = 2;
    private static final long MOST_SECONDS = 366L * 24 * 3600;
    private static final int MOST_METADATA = 16;
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_VALUE = 512;
    private static final String DEFAULT_ALIAS = "latest";

    private final SampleSets samples;
    private final ModelPublisher models;

    Plans(SampleSets samples, ModelPublisher models) {
        this.samples = samples;
        this.models = models;
    }

    /**
     * The plan of a job to come.
     *
     * @param job its identifier, which names the model where the client names none
     * @throws ProblemException for the first thing that cannot be carried out
     */
    public JobPlan plan(UUID job, NewTrainingJob asked) {
        SampleSet source = required(asked.source(), "/source");
        SampleSet target = required(asked.target(), "/target");
        SampleSet validationSource = optional(asked.validationSource(), "/validation_source");
        SampleSet validationTarget = optional(asked.validationTarget(), "/validation_target");
        requireDimension(source, target, "/target");
        requireDimension(source, validationSource, "/validation_source");
        requireDimension(source, validationTarget, "/validation_target");
        long smallest = Math.min(source.count(), target.count());
        SolverSpec solver = SolverSpecs.effective(
                asked.solver(), new SampleSizes(source.dimension(), (int) Math.min(smallest, Integer.MAX_VALUE)));
        SolverSpecs.requireFitting(
                solver, Math.min(trainingRows(source, validationSource), trainingRows(target, validationTarget)));
        NewTrainingJob.Registration register = asked.registerAs();
        String model = register == null || register.model() == null ? "job-" + job : register.model();
        String alias = register == null || register.alias() == null ? DEFAULT_ALIAS : register.alias();
        requirePublishable(model, alias, source.dimension());
        return new JobPlan(
                source.id(),
                target.id(),
                validationSource == null ? null : validationSource.id(),
                validationTarget == null ? null : validationTarget.id(),
                source.dimension(),
                solver,
                asked.seed() == null ? 0 : asked.seed(),
                maxRuntime(asked.limits()),
                model,
                alias,
                metadata(asked.metadata()));
    }

    private void requirePublishable(String model, String alias, int dimension) {
        try {
            models.checkPublishable(model, alias, dimension);
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

    private SampleSet required(@Nullable String given, String pointer) {
        SampleSet found = optional(given, pointer);
        if (found == null) {
            throw ProblemException.at(
                    pointer,
                    ProblemCode.INVALID_REQUEST,
                    "%s is missing; give the id of a sample set.".formatted(pointer.substring(1)));
        }
        return found;
    }

    private @Nullable SampleSet optional(@Nullable String given, String pointer) {
        if (given == null) {
            return null;
        }
        return Ids.parse(given)
                .flatMap(samples::find)
                .orElseThrow(() -> ProblemException.at(
                        pointer,
                        ProblemCode.SAMPLE_SET_NOT_FOUND,
                        "there is no sample set '%s'; POST it to /v1/sample-sets first.".formatted(shortened(given))));
    }

    private static void requireDimension(SampleSet source, @Nullable SampleSet other, String pointer) {
        if (other != null && other.dimension() != source.dimension()) {
            throw ProblemException.at(
                    pointer,
                    ProblemCode.DIMENSION_MISMATCH,
                    "source has %d columns, %s has %d; all sets of a job must have the same number."
                            .formatted(source.dimension(), pointer.substring(1), other.dimension()));
        }
        SampleSet checked = other == null ? source : other;
        if (checked.count() < LEAST_POINTS) {
            throw ProblemException.at(
                    pointer,
                    ProblemCode.TOO_FEW_POINTS,
                    "the set has %d points; a training needs at least %d.".formatted(checked.count(), LEAST_POINTS));
        }
    }

    /** What is left of a set to train on once the trainer has held some of it out. */
    private static long trainingRows(SampleSet set, @Nullable SampleSet validation) {
        return validation == null
                ? HeldOutSplit.usualTrainingRows((int) Math.min(set.count(), Integer.MAX_VALUE))
                : set.count();
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

    private static String shortened(String text) {
        return text.length() <= LONGEST_KEY ? text : text.substring(0, LONGEST_KEY) + "…";
    }
}
