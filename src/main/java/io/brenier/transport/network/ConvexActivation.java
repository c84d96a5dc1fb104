package io.brenier.transport.network;

/** Convex functions that never fall: the activations of input convex networks. */
public enum ConvexActivation {
    /** max(a, 0). */
    RELU,
    /** max(a, 0.2 a). */
    LEAKY_RELU,
    /** max(a, 0) + e^min(a, 0) − 1, the same as celu. */
    ELU,
    /** log(1 + e^a). */
    SOFTPLUS
}
