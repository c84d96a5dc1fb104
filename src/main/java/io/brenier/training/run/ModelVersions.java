package io.brenier.training.run;

import io.brenier.models.NewModelVersion;
import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobStore;
import io.brenier.training.job.Job;
import io.brenier.training.job.JobPlan;
import io.brenier.training.solver.SolverSpecs;
import io.brenier.transport.archive.ArchivedModel;
import io.brenier.transport.archive.ModelArchive;
import io.brenier.transport.dual.DualPotentials;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes archives and describes the versions that are to be made of them. The archive holds only what the training follows from, and so the
 * same bytes for the same plan, however often the training was cut off; the registry's provenance tells the times and attempts as well.
 */
@Component
class ModelVersions {

    private final BlobStore blobs;
    private final Provenance provenance;
    private final Clock clock;

    ModelVersions(BlobStore blobs, Provenance provenance, Clock clock) {
        this.blobs = blobs;
        this.provenance = provenance;
        this.clock = clock;
    }

    /** The version that a finished job publishes. */
    NewModelVersion finished(
            Job job, DualPotentials potentials, long steps, Map<String, Double> metrics, List<String> notes)
            throws IOException {
        return version(
                job,
                potentials,
                steps,
                metrics,
                notes,
                job.plan().model(),
                job.plan().alias(),
                job.id());
    }

    /** The version that serves while the job still trains. */
    NewModelVersion provisional(Job job, DualPotentials potentials, String reason) throws IOException {
        List<String> notes =
                List.of("An instant answer, until job %s has trained its map.".formatted(job.id()), reason);
        JobPlan plan = job.plan();
        return version(job, potentials, 0, Map.of(), notes, plan.model(), plan.alias(), job.id());
    }

    /** A version of a checkpoint, which a client may ask for as often as it likes. */
    NewModelVersion promoted(Job job, DualPotentials potentials, long step, String model, @Nullable String alias)
            throws IOException {
        List<String> notes = List.of("Promoted from the checkpoint at step %d of %d of job %s."
                .formatted(step, job.plan().steps(), job.id()));
        return version(job, potentials, step, Map.of(), notes, model, alias, null);
    }

    private NewModelVersion version(
            Job job,
            DualPotentials potentials,
            long steps,
            Map<String, Double> metrics,
            List<String> notes,
            String model,
            @Nullable String alias,
            @Nullable UUID publisher)
            throws IOException {
        JobPlan plan = job.plan();
        Map<String, Object> reproducible = provenance.ofPlan(plan);
        reproducible.put("steps", steps);
        String solver = SolverSpecs.type(plan.solver());
        BlobRef artifact = write(new ArchivedModel(potentials, solver, reproducible, metrics, notes));
        Map<String, Object> all = provenance.ofJob(job);
        all.put("steps", steps);
        all.put("ended_at", clock.instant().toString());
        return new NewModelVersion(
                plan.owner(), model, alias, artifact, plan.dimension(), solver, all, metrics, notes, publisher);
    }

    private BlobRef write(ArchivedModel model) throws IOException {
        try (BlobStore.Staged staged = blobs.stage()) {
            ModelArchive.write(staged.stream(), model);
            return staged.commit();
        }
    }
}
