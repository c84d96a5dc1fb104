package io.brenier.transport.dual;

import org.jspecify.annotations.Nullable;

/** Learns a pair of dual potentials. One instance serves one run; it holds no thread of its own. */
public interface Trainer {

    /**
     * Runs to the end, to a stop or to divergence.
     *
     * @param resume where to go on, null to begin
     * @throws IllegalArgumentException if the problem's sets differ in dimension, hold fewer than two points or too few for the batch,
     *     or the checkpoint is not of this problem; an InvalidSpecException where a spec member is the reason
     */
    TrainingOutcome train(TrainingProblem problem, TrainingListener listener, @Nullable Checkpoint resume);

    /** The map as a checkpoint of this problem holds it: the best pair so far. Needs no engine. */
    DualPotentials potentialsAt(TrainingProblem problem, Checkpoint checkpoint);
}
