package io.brenier.transport.dual.trainer;

/**
 * The pair to keep so far: that with the least held-out dual or, of many samples, the newest with one near it.
 *
 * @param parameters its networks'
 * @param dual its J, standardised
 * @param step after which step it was
 */
record BestPair(PairParameters parameters, double dual, long step) {}
