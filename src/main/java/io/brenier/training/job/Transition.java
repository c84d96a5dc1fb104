package io.brenier.training.job;

import java.time.Instant;

/**
 * A change of a job's status.
 *
 * @param status the new one
 * @param at when
 * @param reason why, a sentence
 */
public record Transition(JobStatus status, Instant at, String reason) {}
