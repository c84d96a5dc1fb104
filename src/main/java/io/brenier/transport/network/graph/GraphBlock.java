package io.brenier.transport.network.graph;

import io.brenier.transport.network.ParameterBlock;

/**
 * One matrix or row among a network's parameters.
 *
 * @param name for files; unique in the network
 * @param place where it lies in the vector of all parameters
 * @param sign whether the network is convex only while no number of it is negative, and what is done about it
 * @param penalty β, what a penalty weighs; 0 without
 */
public record GraphBlock(String name, ParameterBlock place, Sign sign, double penalty) {

    /** What a block's numbers may be. */
    public enum Sign {
        FREE,
        PROJECTED,
        PENALIZED
    }
}
