package io.brenier.transport.network.graph;

/**
 * A normalising layer (x + b) ∘ e^−s with b and s learned, which starts at b = −mean and s = log std of its inputs over a batch.
 *
 * @param input number of the result that it normalises
 * @param shift block of b
 * @param logScale block of s
 */
record Normalization(int input, int shift, int logScale) {}
