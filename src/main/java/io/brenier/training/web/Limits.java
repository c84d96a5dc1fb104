package io.brenier.training.web;

/** How many items of a running record a client gets at a time. */
final class Limits {

    private static final int MOST = 1_000;

    private Limits() {}

    static int coerce(int limit) {
        return Math.min(limit, MOST);
    }
}
