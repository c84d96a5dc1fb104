package io.brenier.transport.network;

/**
 * A modular gradient network: ∇f(x) = b + V Vᵀx + Σ_k s_k(z_k) W_kᵀ tanh(W_k x + b_k), the gradient of f(x) = bᵀx + ½|Vᵀx|² + Σ_k m S(z_k)
 * with z_k the mean of log cosh(W_k x + b_k) over the m units, S(z) = log(1 + e^(z + c_k)), and s_k = S′. The mean in place of a sum keeps s_k from
 * saturating in wide modules. V and b are learned and start at the start's quadratic. Convex at all parameters. Chaudhari, Pranav, Moura,
 * Gradient networks (2024).
 *
 * @param modules 1 to 256
 * @param units m, a module, 1 to 4,096
 * @param start the quadratic
 */
public record ModularSpec(int modules, int units, PotentialStart start) implements NetworkSpec {

    private static final int MAX_MODULES = 256;
    private static final int MAX_UNITS = 4_096;

    public ModularSpec {
        SpecRules.within("modules", modules, 1, MAX_MODULES);
        SpecRules.within("units", units, 1, MAX_UNITS);
    }
}
