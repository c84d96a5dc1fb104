package io.brenier.training.problem;

/**
 * How many of a problem's rows lie in memory; where that is less than all, the side is streamed.
 *
 * @param source rows of the source
 * @param target rows of the target
 */
public record Residency(long source, long target) {}
