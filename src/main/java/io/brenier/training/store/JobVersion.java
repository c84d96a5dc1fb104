package io.brenier.training.store;

/**
 * Differs whenever anything of a job has changed.
 *
 * @param revision rises with every change of the row
 * @param lastEvent rises with every event
 */
public record JobVersion(long revision, long lastEvent) {}
