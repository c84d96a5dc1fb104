package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.EnotSpec;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
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

/** Learns f and its conjugate by ENOT; ∇g is the amortizer. */
public final class EnotTrainer implements Trainer {

    private final EnotSpec spec;
    private final TrainingClock clock;

    /** @param clock of the time budget */
    public EnotTrainer(EnotSpec spec, TrainingClock clock) {
        this.spec = spec;
        this.clock = clock;
    }

    @Override
    public TrainingOutcome train(TrainingProblem problem, TrainingListener listener, @Nullable Checkpoint resume) {
        double begun = clock.seconds();
        StandardProblem standard = prepare(problem);
        TrainablePotential conjugate = conjugate(standard, problem.seed());
        try (DualNetworks networks = networks(standard, problem.seed(), conjugate)) {
            return new DualRun(
                            spec.optimizer(),
                            spec.loop(),
                            standard,
                            problem.seed(),
                            networks,
                            new EnotStep(spec, networks, conjugate),
                            listener,
                            clock,
                            begun,
                            Fingerprint.of(problem),
                            resume)
                    .run();
        }
    }

    @Override
    public DualPotentials potentialsAt(TrainingProblem problem, Checkpoint checkpoint) {
        StandardProblem standard = prepare(problem);
        try (DualNetworks networks = networks(standard, problem.seed(), conjugate(standard, problem.seed()))) {
            return standard.inUnits(networks.pair(DualState.bestIn(checkpoint, Fingerprint.of(problem))));
        }
    }

    private DualNetworks networks(StandardProblem problem, long seed, TrainablePotential conjugate) {
        AffinePair base = base(problem);
        return new DualNetworks(
                spec.optimizer(),
                spec.loop().averaging(),
                new NetworkPair(base.potential(null), base.amortizer(null)),
                TrainablePotential.of(base.potential(
                        initial(spec.potential(), problem.dimension(), RandomStream.POTENTIAL_WEIGHTS.seed(seed, 0)))),
                TrainableMap.gradientOf(conjugate));
    }

    private TrainablePotential conjugate(StandardProblem problem, long seed) {
        return TrainablePotential.of(base(problem)
                .conjugate(
                        initial(spec.conjugate(), problem.dimension(), RandomStream.AMORTIZER_WEIGHTS.seed(seed, 0))));
    }

    private AffinePair base(StandardProblem problem) {
        return AffinePair.of(spec.potential().start(), spec.conjugate().start(), problem.gaussian());
    }

    private static Mlp initial(MlpSpec network, int inputs, long seed) {
        return Mlp.initial(inputs, network.hidden(), 1, network.activation(), seed);
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
