package io.brenier.transport.amortization;

/** What pulls the amortizer's guess toward the conjugate's argmin. */
public enum AmortizationLoss {
    /** Mean over all B·d entries of (x₀ − x̂)², x̂ from the conjugate solver. */
    REGRESSION
}
