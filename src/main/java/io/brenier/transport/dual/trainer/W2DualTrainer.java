package io.brenier.transport.dual.trainer;

import io.brenier.transport.amortization.AmortizerSpec;
import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.Side;
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
import io.brenier.transport.network.NetworkSpec;
import io.brenier.transport.network.Potential;
import io.brenier.transport.network.PotentialGradient;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.network.TrainableMap;
import io.brenier.transport.network.TrainablePotential;
import io.brenier.transport.network.TransportMap;
import io.brenier.transport.network.family.Potentials;
import io.brenier.transport.tensor.Points;
import org.jspecify.annotations.Nullable;

/**
 * Learns the Wasserstein-2 dual with an amortised conjugate: min_f E_α f + E_β f*, f* at the guesses of an amortizer, which a
 * solver may make exact (Makkuva et al. 2020; Korotin et al. 2021; Amos 2023). What is returned is the pair, of those scored in between, whose exact
 * dual on held-out samples is least; the start, the optimal affine map, is one of them.
 */
public final class W2DualTrainer implements Trainer {

    private static final int CALIBRATION_ROWS = 1_024;

    private final W2DualSpec spec;
    private final TrainingClock clock;

    private W2DualTrainer(W2DualSpec spec, TrainingClock clock) {
        this.spec = spec;
        this.clock = clock;
    }

    /**
     * A trainer for one run.
     *
     * @param clock of the time budget
     */
    public static Trainer of(W2DualSpec spec, TrainingClock clock) {
        W2DualTrainer trainer = new W2DualTrainer(spec, clock);
        return spec.side() == Side.SOURCE ? trainer : new SwappedTrainer(trainer);
    }

    @Override
    public TrainingOutcome train(TrainingProblem problem, TrainingListener listener, @Nullable Checkpoint resume) {
        double begun = clock.seconds();
        StandardProblem standard = prepare(problem);
        TrainablePotential conjugate = conjugate(standard, problem.seed());
        try (DualNetworks networks = networks(standard, problem.seed(), conjugate)) {
            return new DualRun(
                            spec.loop(),
                            standard,
                            problem.seed(),
                            networks,
                            new W2DualStep(spec, networks, conjugate),
                            Finish.asItIs(standard),
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
        return standard.inUnits(pair(base(standard), DualState.bestIn(checkpoint, Fingerprint.of(problem))));
    }

    /** The networks at the given parameters, in plain Java: what serves a checkpoint's map needs no engine. */
    private NetworkPair pair(AffinePair base, PairParameters parameters) {
        return parameters.isStart()
                ? base.pair()
                : new NetworkPair(
                        at(spec.potential(), base.potential(null), parameters.potential()),
                        amortizer(base, parameters.amortizer()));
    }

    private TransportMap amortizer(AffinePair base, float[] parameters) {
        return switch (spec.amortization().amortizer()) {
            case AmortizerSpec.OfPotential(NetworkSpec network) ->
                new PotentialGradient(at(network, base.conjugate(null), parameters));
            case AmortizerSpec.OfMap(MlpSpec network) ->
                base.amortizer(initial(network, base.forward().dimension(), 0).withParameters(parameters));
            case AmortizerSpec.None _ -> base.amortizer(null);
        };
    }

    private static Potential at(NetworkSpec network, QuadraticMlpPotential base, float[] parameters) {
        return Potentials.at(network, base.matrix(), base.shift(), parameters);
    }

    private DualNetworks networks(StandardProblem problem, long seed, @Nullable TrainablePotential conjugate) {
        AffinePair base = base(problem);
        return new DualNetworks(
                spec.optimizer(),
                spec.amortization().optimizer(),
                spec.loop().averaging(),
                base.pair(),
                trainable(
                        spec.potential(),
                        base.potential(null),
                        problem.source(),
                        RandomStream.POTENTIAL_WEIGHTS.seed(seed, 0)),
                conjugate == null ? map(base, seed) : TrainableMap.gradientOf(conjugate));
    }

    /** g, where the amortizer is one's gradient. */
    private @Nullable TrainablePotential conjugate(StandardProblem problem, long seed) {
        return spec.amortization().amortizer() instanceof AmortizerSpec.OfPotential(NetworkSpec network)
                ? trainable(
                        network,
                        base(problem).conjugate(null),
                        problem.target(),
                        RandomStream.AMORTIZER_WEIGHTS.seed(seed, 0))
                : null;
    }

    private TrainableMap map(AffinePair base, long seed) {
        int dimension = base.forward().dimension();
        return spec.amortization().amortizer() instanceof AmortizerSpec.OfMap(MlpSpec network)
                ? TrainableMap.of(
                        base.amortizer(initial(network, dimension, RandomStream.AMORTIZER_WEIGHTS.seed(seed, 0))))
                : TrainableMap.fixed(base.amortizer(null));
    }

    private AffinePair base(StandardProblem problem) {
        return AffinePair.of(
                spec.potential().start(), spec.amortization().amortizer().start(), problem.gaussian());
    }

    /** A network near the given quadratic; normalising layers are set by some of the samples. */
    private static TrainablePotential trainable(
            NetworkSpec network, QuadraticMlpPotential base, Points samples, long seed) {
        Points some = samples.slice(0, Math.min(samples.rows(), CALIBRATION_ROWS));
        return Potentials.trainable(network, base.matrix(), base.shift(), seed, some);
    }

    private static Mlp initial(MlpSpec network, int dimension, long seed) {
        return Mlp.initial(dimension, network.hidden(), dimension, network.activation(), seed);
    }

    private StandardProblem prepare(TrainingProblem problem) {
        problem.requireSolver(spec);
        StandardProblem standard = StandardProblem.of(problem);
        BatchFit.require(spec.loop(), standard, problem);
        return standard;
    }
}
