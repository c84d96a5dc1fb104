package io.brenier.training.run;

import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobStore;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.job.StoredCheckpoint;
import io.brenier.training.store.Attempts;
import io.brenier.transport.dual.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Checkpoints to the blob store. The blob is there before the row that names it. */
@ConditionalOnRole(Role.WORKER)
@Component
class CheckpointWriter {

    private final BlobStore blobs;
    private final Attempts attempts;
    private final TrainingMeters meters;
    private final TrainingProperties properties;
    private final Clock clock;

    CheckpointWriter(
            BlobStore blobs, Attempts attempts, TrainingMeters meters, TrainingProperties properties, Clock clock) {
        this.blobs = blobs;
        this.attempts = attempts;
        this.meters = meters;
        this.properties = properties;
        this.clock = clock;
    }

    /** Stores a checkpoint and forgets the oldest. */
    void keep(UUID job, int attempt, Checkpoint checkpoint) {
        store(attempt, checkpoint, stored -> attempts.keep(job, stored, properties.keepCheckpoints()));
    }

    /** Stores the last good state of a run that diverged. */
    void keepLastGood(UUID job, int attempt, Checkpoint checkpoint) {
        store(attempt, checkpoint, stored -> attempts.keepLastGood(job, stored));
    }

    private void store(int attempt, Checkpoint checkpoint, Consumer<StoredCheckpoint> row) {
        meters.checkpoint(checkpoint.content().length, () -> {
            BlobRef blob = write(checkpoint.content());
            row.accept(new StoredCheckpoint(checkpoint.step(), attempt, blob, clock.instant()));
        });
    }

    private BlobRef write(byte[] content) {
        try (BlobStore.Staged staged = blobs.stage()) {
            staged.stream().write(content);
            return staged.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint could not be stored", e);
        }
    }
}
