package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.dual.problem.AffinePair;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.TrainableMap;
import io.brenier.transport.network.TrainablePotential;

/** The two networks of a run with what trains them. Belongs to one thread; owns memory of the engine until closed. */
final class W2DualNetworks implements AutoCloseable {

    private final W2DualSpec spec;
    private final AffinePair base;
    private final Mlp initialPotential;
    private final Mlp initialAmortizer;
    private final TrainablePotential potential;
    private final TrainableMap amortizer;
    private Learner potentialLearner;
    private Learner amortizerLearner;

    W2DualNetworks(W2DualSpec spec, StandardProblem problem, long seed) {
        this.spec = spec;
        this.base = AffinePair.of(spec.potential().start(), spec.amortizer().start(), problem.gaussian());
        int dimension = problem.dimension();
        initialPotential = initial(spec.potential(), dimension, 1, RandomStream.POTENTIAL_WEIGHTS.seed(seed, 0));
        initialAmortizer =
                initial(spec.amortizer(), dimension, dimension, RandomStream.AMORTIZER_WEIGHTS.seed(seed, 0));
        potential = TrainablePotential.of(base.potential(initialPotential));
        amortizer = TrainableMap.of(base.amortizer(initialAmortizer));
        potentialLearner = Learner.fresh(spec, potential.parameters());
        amortizerLearner = Learner.fresh(spec, amortizer.parameters());
    }

    private static Mlp initial(MlpSpec spec, int inputs, int outputs, long seed) {
        return Mlp.initial(inputs, spec.hidden(), outputs, spec.activation(), seed);
    }

    TrainablePotential potential() {
        return potential;
    }

    TrainableMap amortizer() {
        return amortizer;
    }

    Learner potentialLearner() {
        return potentialLearner;
    }

    Learner amortizerLearner() {
        return amortizerLearner;
    }

    /** The fixed parts alone: the map before the first step. */
    NetworkPair start() {
        return new NetworkPair(base.potential(null), base.amortizer(null));
    }

    /** The parameters of the moment. */
    NetworkPair current() {
        return new NetworkPair(potential.snapshot(), amortizer.snapshot());
    }

    /** The averaged parameters. */
    NetworkPair averaged() {
        return pair(potentialLearner.average(), amortizerLearner.average());
    }

    /** A pair of these networks' shapes with the given parameters; no parameters stand for no network. */
    NetworkPair pair(float[] potentialParameters, float[] amortizerParameters) {
        return potentialParameters.length == 0
                ? start()
                : new NetworkPair(
                        base.potential(initialPotential.withParameters(potentialParameters)),
                        base.amortizer(initialAmortizer.withParameters(amortizerParameters)));
    }

    /** Goes back to a pair, with fresh optimisers. */
    void restartFrom(NetworkPair pair) {
        Mlp potentialNetwork = pair.potential().mlp();
        Mlp amortizerNetwork = pair.amortizer().mlp();
        potential.restore(potentialNetwork == null ? initialPotential : potentialNetwork);
        amortizer.restore(amortizerNetwork == null ? initialAmortizer : amortizerNetwork);
        potentialLearner.close();
        potentialLearner = Learner.fresh(spec, potential.parameters());
        amortizerLearner.close();
        amortizerLearner = Learner.fresh(spec, amortizer.parameters());
    }

    @Override
    public void close() {
        potentialLearner.close();
        amortizerLearner.close();
        potential.close();
        amortizer.close();
    }
}
