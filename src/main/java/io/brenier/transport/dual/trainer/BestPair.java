package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.problem.NetworkPair;

/**
 * The pair with the least held-out dual so far.
 *
 * @param pair its networks
 * @param dual its J, standardised
 * @param step after which step it was
 */
record BestPair(NetworkPair pair, double dual, long step) {}
