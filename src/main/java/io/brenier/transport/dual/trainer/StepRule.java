package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.trainer.BatchSampler.Batch;

/** What a solver does in one step; the loop around it is the same for all. */
interface StepRule {

    /**
     * Changes the parameters, unless what it saw is not sound.
     *
     * @param step the step's number, from 0
     * @param rate the learning rate
     * @param logged whether the report must hold every figure
     */
    StepReport make(Batch batch, long step, double rate, boolean logged);
}
