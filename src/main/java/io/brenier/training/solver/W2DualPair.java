package io.brenier.training.solver;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.wire.Filled;
import io.brenier.training.solver.json.NetworkJson;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.training.solver.part.Amortizers;
import io.brenier.training.solver.part.Networks;
import io.brenier.training.solver.part.Potentials;
import io.brenier.transport.amortization.AmortizerSpec;
import io.brenier.transport.dual.Side;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.NetworkSpec;

/**
 * The two networks. On the wire {@code potential} is what maps source to target and {@code amortizer} what maps back; where the former
 * is a map, the latter is the potential that is trained, and the former its amortizer.
 *
 * @param potential the potential that is trained
 * @param side its side
 * @param amortizer its amortizer
 */
record W2DualPair(NetworkSpec potential, Side side, AmortizerSpec amortizer) {

    private static final String FORWARD = SolverMapper.ROOT + "/potential";
    private static final String BACK = SolverMapper.ROOT + "/amortizer";

    static W2DualPair effective(SolverJson asked, MlpSpec defaults) {
        if (!Networks.isMap(asked.potential())) {
            return new W2DualPair(
                    Potentials.effective(asked.potential(), defaults, FORWARD),
                    Side.SOURCE,
                    Amortizers.effective(asked.amortizer(), defaults, BACK));
        }
        NetworkJson back = asked.amortizer();
        if (back != null && (Networks.isMap(back) || Amortizers.isNone(back))) {
            throw ProblemException.at(
                    BACK + "/type",
                    ProblemCode.INVALID_SPEC,
                    "\"%s\" is given with a potential of type \"mlp-map\"; of the two one at least is a potential: allowed is mlp, icnn and the other potentials."
                            .formatted(back.type()));
        }
        return new W2DualPair(
                Potentials.effective(back, defaults, BACK),
                Side.TARGET,
                new AmortizerSpec.OfMap(Networks.map(asked.potential(), defaults, FORWARD)));
    }

    static W2DualPair of(W2DualSpec spec) {
        return new W2DualPair(spec.potential(), spec.side(), spec.amortization().amortizer());
    }

    /** Whether anything learns beside the potential. */
    boolean amortizerLearns() {
        return !(amortizer instanceof AmortizerSpec.None);
    }

    Filled fill(Filled solver) {
        NetworkJson trained = Potentials.json(potential);
        NetworkJson guessing = Amortizers.json(amortizer);
        boolean source = side == Side.SOURCE;
        return solver.with("potential", source ? trained : guessing).with("amortizer", source ? guessing : trained);
    }
}
