package io.brenier.transport.dual;

/** What learns the map. */
public sealed interface SolverSpec
        permits AutoSpec, W2DualSpec, EnotSpec, GaussianSpec, IdentitySpec, EntropicSpec, ProgressiveSpec, MixtureSpec {

    /** The steps to be made; a closed form takes one. */
    long steps();
}
