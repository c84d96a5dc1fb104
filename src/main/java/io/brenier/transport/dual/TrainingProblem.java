package io.brenier.transport.dual;

import io.brenier.transport.tensor.Points;
import org.jspecify.annotations.Nullable;

/**
 * What is to be learned, and from what.
 *
 * @param source samples of α, [n, d]
 * @param target samples of β, [m, d]
 * @param validationSource held-out samples of α; null: the trainer holds some of the source out
 * @param validationTarget held-out samples of β; null: the trainer holds some of the target out
 * @param solver what learns
 * @param seed from which every random draw follows
 * @param splits of the draws that hold samples out; null: they follow from the seed, too
 * @param streams of sides that do not fit into memory
 */
public record TrainingProblem(
        Points source,
        Points target,
        @Nullable Points validationSource,
        @Nullable Points validationTarget,
        SolverSpec solver,
        long seed,
        @Nullable SplitSeeds splits,
        SampleStreams streams) {

    /** A problem that fits into memory. */
    public TrainingProblem(
            Points source,
            Points target,
            @Nullable Points validationSource,
            @Nullable Points validationTarget,
            SolverSpec solver,
            long seed,
            @Nullable SplitSeeds splits) {
        this(source, target, validationSource, validationTarget, solver, seed, splits, SampleStreams.NONE);
    }

    /** A problem all of whose draws follow from its seed. */
    public TrainingProblem(
            Points source,
            Points target,
            @Nullable Points validationSource,
            @Nullable Points validationTarget,
            SolverSpec solver,
            long seed) {
        this(source, target, validationSource, validationTarget, solver, seed, null);
    }

    /** @throws IllegalArgumentException if the problem is to be solved by another spec than the trainer's */
    public void requireSolver(SolverSpec trainers) {
        if (!solver.equals(trainers)) {
            throw new IllegalArgumentException("The trainer was made for another spec than the problem's.");
        }
    }
}
