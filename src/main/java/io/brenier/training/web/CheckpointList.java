package io.brenier.training.web;

import io.brenier.training.job.StoredCheckpoint;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** The kept checkpoints of a job. */
@Schema(name = "TrainingCheckpointList", description = "The kept checkpoints of a job, by step.")
record CheckpointList(List<Item> items) {

    static CheckpointList of(List<StoredCheckpoint> checkpoints) {
        return new CheckpointList(checkpoints.stream().map(Item::of).toList());
    }

    /** A checkpoint. */
    @Schema(
            name = "TrainingCheckpoint",
            description = "A state of the training that it can go on from, with the best map so far.")
    record Item(
            @Schema(description = "Steps made.", example = "500")
            long step,

            @Schema(description = "The attempt that made it.", example = "1")
            int attempt,

            @Schema(description = "Bytes.", example = "1048576")
            long size,

            @Schema(
                    description = "SHA-256 of its content.",
                    example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String sha256,

            Instant createdAt) {

        static Item of(StoredCheckpoint checkpoint) {
            return new Item(
                    checkpoint.step(),
                    checkpoint.attempt(),
                    checkpoint.blob().size(),
                    checkpoint.blob().sha256(),
                    checkpoint.createdAt());
        }
    }
}
