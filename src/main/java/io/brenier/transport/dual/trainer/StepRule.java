package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.batch.BatchSampler.Batches;

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
}
