package io.brenier.evaluation.kernel;

import io.brenier.transport.conjugate.LbfgsSpec;
import java.util.Locale;

/** How f* and its gradient are found. The way forward, ∇f, needs neither and is the same with both. */
public sealed interface Conjugate {

    /** The amortizer's guess: one pass through a network. */
    record Amortized() implements Conjugate {}

    /** The guess refined by the conjugate solver on f, row by row. */
    record Refined(LbfgsSpec spec) implements Conjugate {}

    /** As in requests and metrics. */
    default String wireName() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
