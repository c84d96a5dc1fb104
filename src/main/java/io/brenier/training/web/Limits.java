package io.brenier.training.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;

/** How many items of a running record a client gets at a time. */
final class Limits {

    private static final int MOST = 1_000;

    private Limits() {}

    /** @throws ProblemException invalid_request for less than one */
    static int coerce(int limit) {
        if (limit < 1) {
            throw ProblemException.at(
                    "limit", ProblemCode.INVALID_REQUEST, "limit is %d; allowed is 1 to %d.".formatted(limit, MOST));
        }
        return Math.min(limit, MOST);
    }
}
