package io.brenier.transport.amortization;

/** What pulls the amortizer's guess x₀ toward the conjugate's argmin. */
public enum AmortizationLoss {
    /** Mean over all B·d entries of (x₀ − x̂)², x̂ from the conjugate solver: without one it teaches nothing. */
    REGRESSION,
    /** Mean over the B rows of f(x₀) − ⟨x₀, y⟩, which is least at the argmin. */
    OBJECTIVE,
    /** Mean over all B·d entries of (∇f(x₀) − y)², which is 0 at the argmin. */
    CYCLE
}
