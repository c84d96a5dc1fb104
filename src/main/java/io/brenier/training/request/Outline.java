package io.brenier.training.request;

import io.brenier.training.job.Device;
import io.brenier.transport.dual.SolverSpec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that can be carried out, before anything is drawn or stored for it.
 *
 * @param source where to map from
 * @param target where to map to
 * @param validationSource null: some of the source are held out
 * @param validationTarget null: some of the target are held out
 * @param solver the effective spec, every default filled in
 * @param seed of every random draw
 * @param maxRuntimeSeconds null: no limit
 * @param device what to train on
 * @param model the model that the result becomes a version of
 * @param alias moved to the new version
 * @param metadata the client's own words
 */
public record Outline(
        Side source,
        Side target,
        @Nullable Side validationSource,
        @Nullable Side validationTarget,
        SolverSpec solver,
        long seed,
        @Nullable Long maxRuntimeSeconds,
        Device device,
        String model,
        String alias,
        Map<String, String> metadata) {

    /** d of all sets. */
    public int dimension() {
        return source.dimension();
    }
}
