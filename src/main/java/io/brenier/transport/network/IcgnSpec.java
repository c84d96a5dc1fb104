package io.brenier.transport.network;

import io.brenier.transport.network.curve.SlopeActivation;

/**
 * An input convex gradient network of one layer: ∇f(x) = ∫₀¹ J(sx)ᵀJ(sx) x ds with J the Jacobian of act(Wx + b), which is Wᵀ(P(Wx + b) −
 * P(b)) for P′ = act′². Convex at all parameters. Richter-Powell, Lorraine, Amos, Input convex gradient networks (2021).
 *
 * @param units rows of W, 1 to 4,096
 * @param activation act
 * @param quadratureNodes nodes of the Gauss-Legendre rule for the integral, 2 to 64; 0 for the closed form, which sigmoid and tanh have
 * @param quadratic whether the start's quadratic ½|Aᵀx|² + bᵀx is added, A and b learned; without, ∇f(0) = 0 and the start is a small map
 * @param start the quadratic
 */
public record IcgnSpec(
        int units, SlopeActivation activation, int quadratureNodes, boolean quadratic, PotentialStart start)
        implements NetworkSpec {

    private static final int MAX_UNITS = 4_096;
    private static final int MAX_NODES = 64;

    public IcgnSpec {
        SpecRules.within("units", units, 1, MAX_UNITS);
        if (quadratureNodes != 0) {
            SpecRules.within("quadratureNodes", quadratureNodes, 2, MAX_NODES);
        } else if (activation != SlopeActivation.SIGMOID && activation != SlopeActivation.TANH) {
            throw new InvalidSpecException(
                    "quadratureNodes",
                    "0 nodes are given; %s has no closed form and needs 2 to %d".formatted(activation, MAX_NODES));
        }
    }
}
