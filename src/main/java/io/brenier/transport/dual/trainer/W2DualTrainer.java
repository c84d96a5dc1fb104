package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.dual.checkpoint.Fingerprint;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.network.InvalidSpecException;
import org.jspecify.annotations.Nullable;

/**
 * Learns the Wasserstein-2 dual with an amortised conjugate: min_f E_α f + E_β f*, f* by L-BFGS from the guess of a map that learns by
 * regression (Makkuva et al. 2020; Korotin et al. 2021; Amos 2023). What is returned is the pair, of those scored in between, whose exact
 * dual on held-out samples is least; the start, the optimal affine map, is one of them.
 */
public final class W2DualTrainer implements Trainer {

    private final W2DualSpec spec;

    public W2DualTrainer(W2DualSpec spec) {
        this.spec = spec;
    }

    @Override
    public TrainingOutcome train(TrainingProblem problem, TrainingListener listener, @Nullable Checkpoint resume) {
        StandardProblem standard = prepare(problem);
        try (W2DualNetworks networks = new W2DualNetworks(spec, standard, problem.seed())) {
            return new W2DualRun(spec, standard, problem.seed(), networks, listener, Fingerprint.of(problem), resume)
                    .run();
        }
    }

    @Override
    public DualPotentials potentialsAt(TrainingProblem problem, Checkpoint checkpoint) {
        StandardProblem standard = prepare(problem);
        try (W2DualNetworks networks = new W2DualNetworks(spec, standard, problem.seed())) {
            return standard.inUnits(W2DualState.bestIn(checkpoint, networks, Fingerprint.of(problem)));
        }
    }

    private StandardProblem prepare(TrainingProblem problem) {
        if (!problem.solver().equals(spec)) {
            throw new IllegalArgumentException("The trainer was made for another spec than the problem's.");
        }
        StandardProblem standard = StandardProblem.of(problem);
        if (spec.steps() > 0 && spec.batchSize() > standard.smallestCount()) {
            throw new InvalidSpecException(
                    "batchSize",
                    "%d is given; allowed is at most %d, the training points of the smaller set (of %d source and %d target points)"
                            .formatted(
                                    spec.batchSize(),
                                    standard.smallestCount(),
                                    problem.source().rows(),
                                    problem.target().rows()));
        }
        return standard;
    }
}
