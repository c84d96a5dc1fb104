package io.brenier.transport.dual.trainer;

/**
 * The pair with the least held-out dual so far.
 *
 * @param parameters its networks'
 * @param dual its J, standardised
 * @param step after which step it was
 */
record BestPair(PairParameters parameters, double dual, long step) {}
