package io.brenier.transport.dual.trainer;

import io.brenier.transport.conjugate.Lbfgs;
import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.dual.checkpoint.Fingerprint;
import io.brenier.transport.dual.problem.AffinePair;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.TrainableMap;
import io.brenier.transport.network.TrainablePotential;
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
        double begun = TrainingClock.WALL.seconds();
        StandardProblem standard = prepare(problem);
        try (DualNetworks networks = networks(standard, problem.seed())) {
            return new DualRun(
                            spec.optimizer(),
                            spec.loop(),
                            standard,
                            problem.seed(),
                            networks,
                            new W2DualStep(networks, new Lbfgs(spec.conjugate())),
                            Finish.asItIs(standard),
                            listener,
                            TrainingClock.WALL,
                            begun,
                            Fingerprint.of(problem),
                            resume)
                    .run();
        }
    }

    @Override
    public DualPotentials potentialsAt(TrainingProblem problem, Checkpoint checkpoint) {
        StandardProblem standard = prepare(problem);
        try (DualNetworks networks = networks(standard, problem.seed())) {
            return standard.inUnits(networks.pair(DualState.bestIn(checkpoint, Fingerprint.of(problem))));
        }
    }

    private DualNetworks networks(StandardProblem problem, long seed) {
        AffinePair base =
                AffinePair.of(spec.potential().start(), spec.amortizer().start(), problem.gaussian());
        int dimension = problem.dimension();
        Mlp potential = initial(spec.potential(), dimension, 1, RandomStream.POTENTIAL_WEIGHTS.seed(seed, 0));
        Mlp amortizer = initial(spec.amortizer(), dimension, dimension, RandomStream.AMORTIZER_WEIGHTS.seed(seed, 0));
        return new DualNetworks(
                spec.optimizer(),
                spec.averaging(),
                new NetworkPair(base.potential(null), base.amortizer(null)),
                TrainablePotential.of(base.potential(potential)),
                TrainableMap.of(base.amortizer(amortizer)));
    }

    private static Mlp initial(MlpSpec network, int inputs, int outputs, long seed) {
        return Mlp.initial(inputs, network.hidden(), outputs, network.activation(), seed);
    }

    private StandardProblem prepare(TrainingProblem problem) {
        if (!problem.solver().equals(spec)) {
            throw new IllegalArgumentException("The trainer was made for another spec than the problem's.");
        }
        StandardProblem standard = StandardProblem.of(problem);
        BatchFit.require(spec.loop(), standard, problem);
        return standard;
    }
}
