package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.EnotSpec;
import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.problem.AffinePair;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.PotentialGradient;
import io.brenier.transport.network.TrainableMap;
import io.brenier.transport.network.TrainablePotential;
import org.jspecify.annotations.Nullable;

/**
 * ENOT on a problem: the networks and the loop.
 *
 * @param spec settings
 * @param problem standardised
 * @param seed of the problem
 * @param fingerprint of the problem
 */
public record EnotRun(EnotSpec spec, StandardProblem problem, long seed, String fingerprint) {

    /** @param begun the clock's time from which the budget counts */
    public TrainingOutcome train(
            Finish finish, TrainingListener listener, TrainingClock clock, double begun, @Nullable Checkpoint resume) {
        TrainablePotential conjugate = conjugate();
        try (DualNetworks networks = networks(conjugate)) {
            return new DualRun(
                            spec.loop(),
                            problem,
                            seed,
                            networks,
                            new EnotStep(spec, networks, conjugate),
                            finish,
                            listener,
                            clock,
                            begun,
                            fingerprint,
                            resume)
                    .run();
        }
    }

    /** The best pair that a checkpoint holds, in plain Java: it needs no engine. */
    public NetworkPair bestOf(Checkpoint checkpoint) {
        PairParameters best = DualState.bestIn(checkpoint, fingerprint);
        AffinePair base = base();
        return best.isStart()
                ? base.pair()
                : new NetworkPair(
                        base.potential(initial(spec.potential(), RandomStream.POTENTIAL_WEIGHTS)
                                .withParameters(best.potential())),
                        new PotentialGradient(base.conjugate(initial(spec.conjugate(), RandomStream.AMORTIZER_WEIGHTS)
                                .withParameters(best.amortizer()))));
    }

    private DualNetworks networks(TrainablePotential conjugate) {
        AffinePair base = base();
        return new DualNetworks(
                spec.optimizer(),
                spec.optimizer(),
                spec.loop().averaging(),
                base.pair(),
                TrainablePotential.of(base.potential(initial(spec.potential(), RandomStream.POTENTIAL_WEIGHTS))),
                TrainableMap.gradientOf(conjugate));
    }

    private TrainablePotential conjugate() {
        return TrainablePotential.of(base().conjugate(initial(spec.conjugate(), RandomStream.AMORTIZER_WEIGHTS)));
    }

    private AffinePair base() {
        return AffinePair.of(spec.potential().start(), spec.conjugate().start(), problem.gaussian());
    }

    private Mlp initial(MlpSpec network, RandomStream stream) {
        return Mlp.initial(problem.dimension(), network.hidden(), 1, network.activation(), stream.seed(seed, 0));
    }
}
