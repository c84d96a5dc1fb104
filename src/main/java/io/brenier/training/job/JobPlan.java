package io.brenier.training.job;

import io.brenier.transport.dual.SolverSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a job is to do; it never changes.
 *
 * @param owner whom the job and what comes of it belong to
 * @param source sample set of α
 * @param target sample set of β
 * @param validationSource held-out samples of α; null: some of the source are held out
 * @param validationTarget held-out samples of β; null: some of the target are held out
 * @param dimension d of all of them
 * @param solver the effective spec, every default filled in
 * @param seed of every random draw
 * @param maxRuntimeSeconds running time over all attempts after which the job expires; null: no limit
 * @param device what to train on
 * @param model the model that the result becomes a version of
 * @param alias moved to the new version; null: none
 * @param metadata the client's own words
 * @param sweep the job's place in a sweep; null where it stands alone
 */
public record JobPlan(
        String owner,
        UUID source,
        UUID target,
        @Nullable UUID validationSource,
        @Nullable UUID validationTarget,
        int dimension,
        SolverSpec solver,
        long seed,
        @Nullable Long maxRuntimeSeconds,
        Device device,
        String model,
        @Nullable String alias,
        Map<String, String> metadata,
        @Nullable SweepPlace sweep) {

    /** The same task for a job of a sweep. Its version gets no alias: which of them is best is known when all have ended. */
    public JobPlan inSweep(SolverSpec itsSolver, long itsSeed, SweepPlace place) {
        return new JobPlan(
                owner,
                source,
                target,
                validationSource,
                validationTarget,
                dimension,
                itsSolver,
                itsSeed,
                maxRuntimeSeconds,
                device,
                model,
                null,
                metadata,
                place);
    }

    /** The steps to be made; a closed form takes one. */
    public long steps() {
        return solver.steps();
    }

    public List<UUID> sampleSets() {
        return Stream.of(source, target, validationSource, validationTarget)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
