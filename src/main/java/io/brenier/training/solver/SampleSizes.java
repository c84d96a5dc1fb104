package io.brenier.training.solver;

/**
 * What a solver's defaults follow from.
 *
 * @param dimension d of the samples
 * @param smallestCount points of the smaller of the two sets
 */
public record SampleSizes(int dimension, int smallestCount) {}
