package io.brenier.transport.conjugate;

/** How the conjugate of one row ended. */
public enum RowStatus {
    /** The gradient's largest component fell below the tolerance. */
    CONVERGED,
    /** Float arithmetic cannot improve the value any more, though the tolerance is not met. */
    STAGNATED,
    /** The iterations were used up. */
    ITERATIONS_EXHAUSTED,
    /** No step along the search direction decreased the value. */
    LINE_SEARCH_FAILED,
    /** The minimum found lies far from the guess, where f is nearly flat, off what it has learned; the row keeps its guess. */
    STRAYED,
    /** A value or gradient was NaN or infinite; the row keeps its last finite point. */
    NON_FINITE
}
