package io.brenier.evaluation.kernel;

import io.brenier.transport.conjugate.RowStatus;
import java.util.Locale;

/** How one row of a refined answer came about. */
public enum RowOutcome {
    /** By ∇f or f itself: nothing was to be solved. */
    EXACT,
    CONVERGED,
    STAGNATED,
    ITERATIONS_EXHAUSTED,
    LINE_SEARCH_FAILED,
    STRAYED,
    NON_FINITE;

    static RowOutcome of(RowStatus status) {
        return switch (status) {
            case CONVERGED -> CONVERGED;
            case STAGNATED -> STAGNATED;
            case ITERATIONS_EXHAUSTED -> ITERATIONS_EXHAUSTED;
            case LINE_SEARCH_FAILED -> LINE_SEARCH_FAILED;
            case STRAYED -> STRAYED;
            case NON_FINITE -> NON_FINITE;
        };
    }

    public boolean isConverged() {
        return this == EXACT || this == CONVERGED;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
