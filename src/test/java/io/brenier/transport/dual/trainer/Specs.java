package io.brenier.transport.dual.trainer;

import io.brenier.transport.amortization.AmortizationSpec;
import io.brenier.transport.amortization.AmortizerSpec;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.BatchNoise;
import io.brenier.transport.dual.LoopSpec;
import io.brenier.transport.dual.Side;
import io.brenier.transport.dual.UpdateSpec;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.optimizer.Schedule;
import java.util.List;

/** Small settings for tests. */
final class Specs {

    private Specs() {}

    static W2DualSpec small(long steps) {
        return with(steps, 1e-2, OptimizerSpec.Type.SOAP);
    }

    static W2DualSpec with(long steps, double rate, OptimizerSpec.Type type) {
        MlpSpec network = new MlpSpec(List.of(32, 32), Activation.ELU, PotentialStart.GAUSSIAN);
        boolean hasMoments = type != OptimizerSpec.Type.SGD;
        OptimizerSpec optimizer = new OptimizerSpec(
                type, rate, hasMoments ? 0.9 : 0, hasMoments ? 0.95 : 0, 0, 20, Schedule.COSINE, 1e-3, 0);
        return new W2DualSpec(
                network,
                Side.SOURCE,
                AmortizationSpec.regression(new AmortizerSpec.OfMap(network), optimizer),
                new LbfgsSpec(0.1, 30, 10, 10),
                UpdateSpec.PARALLEL,
                optimizer,
                new LoopSpec(steps, 0, 256, 10, 20, 0, 50, 0.99, BatchNoise.NONE));
    }
}
