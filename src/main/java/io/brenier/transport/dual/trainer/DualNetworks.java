package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.network.TrainableMap;
import io.brenier.transport.network.TrainablePotential;
import io.brenier.transport.optimizer.OptimizerSpec;

/** The two networks of a run with what trains them. Belongs to one thread; owns memory of the engine until closed. */
final class DualNetworks implements AutoCloseable {

    private final OptimizerSpec optimizer;
    private final OptimizerSpec amortizerOptimizer;
    private final double averaging;
    private final NetworkPair start;
    private final TrainablePotential potential;
    private final TrainableMap amortizer;
    private final PairParameters initial;
    private Learner potentialLearner;
    private Learner amortizerLearner;

    /**
     * Takes both networks over.
     *
     * @param optimizer of f
     * @param amortizerOptimizer of the amortizer
     * @param averaging decay of the moving average
     * @param start the map before the first step
     */
    DualNetworks(
            OptimizerSpec optimizer,
            OptimizerSpec amortizerOptimizer,
            double averaging,
            NetworkPair start,
            TrainablePotential potential,
            TrainableMap amortizer) {
        this.optimizer = optimizer;
        this.amortizerOptimizer = amortizerOptimizer;
        this.averaging = averaging;
        this.start = start;
        this.potential = potential;
        this.amortizer = amortizer;
        initial = current();
        potentialLearner = Learner.fresh(optimizer, averaging, potential.parameters());
        amortizerLearner = Learner.fresh(amortizerOptimizer, averaging, amortizer.parameters());
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

    /** Sets both learning rates for a step. */
    void schedule(RollBacks rollBacks, long step, double progress) {
        potentialLearner.schedule(rollBacks, step, progress);
        amortizerLearner.schedule(rollBacks, step, progress);
    }

    /** The parameters of the moment. */
    PairParameters current() {
        return new PairParameters(
                potential.parameters().download(), amortizer.parameters().download());
    }

    /** The averaged parameters. */
    PairParameters averaged() {
        return new PairParameters(potentialLearner.average(), amortizerLearner.average());
    }

    /** These networks at the given parameters. */
    NetworkPair pair(PairParameters parameters) {
        return parameters.isStart()
                ? start
                : new NetworkPair(potential.at(parameters.potential()), amortizer.at(parameters.amortizer()));
    }

    /** Goes back to a pair, with fresh optimisers. */
    void restartFrom(PairParameters pair) {
        PairParameters from = pair.isStart() ? initial : pair;
        potential.parameters().restore(from.potential());
        amortizer.parameters().restore(from.amortizer());
        potentialLearner.close();
        potentialLearner = Learner.fresh(optimizer, averaging, potential.parameters());
        amortizerLearner.close();
        amortizerLearner = Learner.fresh(amortizerOptimizer, averaging, amortizer.parameters());
    }

    @Override
    public void close() {
        potentialLearner.close();
        amortizerLearner.close();
        potential.close();
        amortizer.close();
    }
}
