package io.brenier.training.sweep;

import io.brenier.models.ModelVersionId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group of jobs that were made together to be compared.
 *
 * @param owner whom it belongs to
 * @param request what was asked for, as JSON
 * @param jobs how many it made
 * @param splitSeed from which the held-out split of all of them follows
 * @param heldOut rows of the smaller side that they are scored on
 * @param model what their results become versions of
 * @param alias goes to the best version; null: none does
 * @param cancelledAt when a client cancelled it; null: none did
 * @param endedAt when all jobs had ended and the best was known; null: not yet
 * @param promotedJob whose version the alias went to; null: none's
 * @param promoted that version
 */
public record Sweep(
        UUID id,
        String owner,
        Instant createdAt,
        String request,
        int jobs,
        long splitSeed,
        int heldOut,
        String model,
        @Nullable String alias,
        Map<String, String> metadata,
        @Nullable Instant cancelledAt,
        @Nullable Instant endedAt,
        @Nullable UUID promotedJob,
        @Nullable ModelVersionId promoted) {

    /** A sweep whose jobs all wait. */
    static Sweep begun(
            UUID id,
            String owner,
            Instant now,
            String request,
            int jobs,
            long splitSeed,
            int heldOut,
            String model,
            @Nullable String alias,
            Map<String, String> metadata) {
        return new Sweep(
                id, owner, now, request, jobs, splitSeed, heldOut, model, alias, metadata, null, null, null, null);
    }
}
