package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.LoopSpec;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.network.InvalidSpecException;

/** Whether a batch fits the samples. */
final class BatchFit {

    private BatchFit() {}

    /** @throws InvalidSpecException if the batch is larger than the smaller set */
    static void require(LoopSpec loop, StandardProblem standard, TrainingProblem problem) {
        if (loop.steps() > 0 && loop.batchSize() > standard.smallestCount()) {
            throw new InvalidSpecException(
                    "batchSize",
                    "%d is given; allowed is at most %d, the training points of the smaller set (of %d source and %d target points)"
                            .formatted(
                                    loop.batchSize(),
                                    standard.smallestCount(),
                                    problem.source().rows(),
                                    problem.target().rows()));
        }
    }
}
