package io.brenier.transport.optimizer;

import ai.djl.ndarray.NDArray;
import java.util.SequencedMap;

/** How an optimiser turns a gradient into a new parameter vector. Runs inside an open scope. */
interface UpdateRule {

    /**
     * Changes the parameters in place.
     *
     * @param step from 1
     */
    void apply(NDArray parameters, NDArray gradient, double rate, long step);

    /** What it carries from step to step, by name; written to on restore. */
    SequencedMap<String, Remembered> memory();
}
