package io.brenier.transport.network;

/** Activations of a multilayer perceptron. Their derivatives are functions of their outputs, so that none needs its input kept. */
public enum Activation {
    /** max(a, 0) + e^min(a, 0) − 1. */
    ELU,
    /** max(a, 0.2 a). */
    LEAKY_RELU,
    /** log(1 + e^a). */
    SOFTPLUS,
    /** tanh a. */
    TANH
}
