package io.brenier.transport.amortization;

import io.brenier.transport.network.InvalidSpecException;
import io.brenier.transport.optimizer.OptimizerSpec;

/**
 * How the argmins of the conjugate are learned.
 *
 * @param amortizer what guesses them
 * @param loss how it learns
 * @param weight factor of the loss
 * @param regularized whether f too goes down the gradient of the cycle loss (Korotin et al. 2021)
 * @param optimizer of the amortizer
 */
public record AmortizationSpec(
        AmortizerSpec amortizer, AmortizationLoss loss, double weight, boolean regularized, OptimizerSpec optimizer) {

    private static final double MOST_WEIGHT = 1e6;

    public AmortizationSpec {
        if (!(weight > 0 && weight <= MOST_WEIGHT)) {
            throw new InvalidSpecException(
                    "amortizationWeight", weight + " is given; allowed is above 0 and at most 1000000");
        }
        if (regularized && loss != AmortizationLoss.CYCLE) {
            throw new InvalidSpecException(
                    "cycleRegularized",
                    "true is given with the %s loss; allowed is true with the cycle loss only"
                            .formatted(loss.name().toLowerCase(java.util.Locale.ROOT)));
        }
    }

    /** The plain kind: a map by regression. */
    public static AmortizationSpec regression(AmortizerSpec amortizer, OptimizerSpec optimizer) {
        return new AmortizationSpec(amortizer, AmortizationLoss.REGRESSION, 1, false, optimizer);
    }

    public AmortizationSpec withLoss(AmortizationLoss other) {
        return new AmortizationSpec(
                amortizer, other, weight, regularized && other == AmortizationLoss.CYCLE, optimizer);
    }
}
