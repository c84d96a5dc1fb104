package io.brenier.transport.dual;

/** Which way points go: source to target by ∇f, or back by ∇f*. */
public enum Direction {
    FORWARD,
    INVERSE
}
