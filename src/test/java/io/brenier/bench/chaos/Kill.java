package io.brenier.bench.chaos;

import java.time.Instant;
import java.util.UUID;

/**
 * A worker's death while it held a job.
 *
 * @param attempt the one that died
 */
record Kill(Instant at, String worker, UUID job, int attempt) {}
