package io.brenier.transport.dual;

/** One of the two measures. */
public enum Side {
    SOURCE,
    TARGET
}
