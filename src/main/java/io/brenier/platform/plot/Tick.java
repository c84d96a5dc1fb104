package io.brenier.platform.plot;

/**
 * A mark of an axis.
 *
 * @param at the value that it marks
 * @param label what stands beside it; empty for a mark between
 */
public record Tick(double at, String label) {}
