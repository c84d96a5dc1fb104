package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.batch.BatchSampler.Batches;
import java.util.Map;

/** What a solver does in one step; the loop around it is the same for all. */
interface StepRule {

    /**
     * Changes the parameters, at the learners' rates of the moment, unless what it saw is not sound.
     *
     * @param batches what it learns from
     * @param step the step's number, from 0
     * @param logged whether the report must hold every figure
     */
    StepReport make(Batches batches, long step, boolean logged);

    /** Whether batches of samples coupled along the map being learned are worth what they cost. */
    boolean gainsFromCoupling();

    /** How many batches it asks for in a step. */
    default int batchesAStep() {
        return 1;
    }

    /** What the next step depends on beside networks and batches, by name; nothing for most. */
    default Map<String, float[]> state() {
        return Map.of();
    }

    /** Goes on from such a state; an empty one is that of the beginning. */
    default void restore(Map<String, float[]> state) {}
}
