package io.brenier.transport.dual;

import io.brenier.transport.amortization.AmortizationSpec;
import io.brenier.transport.amortization.AmortizerSpec;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.optimizer.OptimizerSpec;
import java.util.List;

/** The defaults of {@link W2DualSpec}, as they follow from the samples' dimension and number. */
final class W2DualDefaults {

    private static final int BATCH = 1_024;
    private static final int STEPS = 2_000;
    private static final int FEW_POINTS = 20_000;
    private static final LbfgsSpec CONJUGATE = new LbfgsSpec(0.02, 30, 10, 10);
    private static final OptimizerSpec SOAP = OptimizerSpec.defaults(OptimizerSpec.Type.SOAP);

    private W2DualDefaults() {}

    static W2DualSpec of(int dimension, int smallestCount) {
        MlpSpec network = network(dimension);
        return new W2DualSpec(
                network,
                Side.SOURCE,
                AmortizationSpec.regression(new AmortizerSpec.OfMap(network), SOAP),
                CONJUGATE,
                UpdateSpec.PARALLEL,
                SOAP,
                new LoopSpec(
                        STEPS,
                        0,
                        Math.clamp(smallestCount * 4L / 5, 1, BATCH),
                        50,
                        STEPS / 20,
                        0,
                        500,
                        0.99,
                        noise(smallestCount)));
    }

    static MlpSpec network(int dimension) {
        int width = dimension <= 4 ? 64 : 128;
        return new MlpSpec(List.of(width, width, width), Activation.ELU, PotentialStart.GAUSSIAN);
    }

    private static BatchNoise noise(int count) {
        return count >= FEW_POINTS ? BatchNoise.NONE : new BatchNoise(0.4, 0.1);
    }
}
