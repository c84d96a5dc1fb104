package io.brenier.transport.dual.trainer;

import io.brenier.transport.network.TrainableMap;
import io.brenier.transport.network.TrainablePotential;

/**
 * Who plays what in a step.
 *
 * @param potential the one that learns the dual, over the first measure
 * @param potentialLearner its learner
 * @param amortizer the one that guesses argmins, from the second measure
 * @param amortizerLearner its learner
 * @param swapped whether the first measure is the target
 */
record W2DualRoles(
        TrainablePotential potential,
        Learner potentialLearner,
        TrainableMap amortizer,
        Learner amortizerLearner,
        boolean swapped) {

    static W2DualRoles usual(DualNetworks networks) {
        return new W2DualRoles(
                networks.potential(),
                networks.potentialLearner(),
                networks.amortizer(),
                networks.amortizerLearner(),
                false);
    }

    /** @param conjugate g, whose gradient is the networks' amortizer */
    static W2DualRoles swapped(DualNetworks networks, TrainablePotential conjugate) {
        return new W2DualRoles(
                conjugate,
                networks.amortizerLearner(),
                TrainableMap.gradientOf(networks.potential()),
                networks.potentialLearner(),
                true);
    }
}
