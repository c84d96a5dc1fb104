package io.brenier.training.job;

import io.brenier.platform.BlobRef;
import java.time.Instant;

/**
 * A checkpoint in the blob store.
 *
 * @param step how many steps were made
 * @param attempt which attempt made it
 * @param blob its content
 */
public record StoredCheckpoint(long step, int attempt, BlobRef blob, Instant createdAt) {}
