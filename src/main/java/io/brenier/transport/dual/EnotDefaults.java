package io.brenier.transport.dual;

import io.brenier.transport.network.Activation;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.optimizer.Schedule;
import java.util.List;

/** The defaults of {@link EnotSpec}, as they follow from the samples' dimension and number. */
final class EnotDefaults {

    private static final int BATCH = 1_024;
    private static final int STEPS = 2_000;
    private static final int FEW_POINTS = 20_000;

    private EnotDefaults() {}

    static EnotSpec of(int dimension, int smallestCount) {
        int width = dimension <= 4 ? 64 : 128;
        MlpSpec network = new MlpSpec(List.of(width, width, width), Activation.ELU, PotentialStart.GAUSSIAN);
        boolean few = smallestCount < FEW_POINTS;
        OptimizerSpec soap = new OptimizerSpec(
                OptimizerSpec.Type.SOAP, 1e-2, 0.9, 0.95, few ? 0.3 : 0, 100, Schedule.COSINE, 1e-3, 0);
        return EnotSpec.usual(
                network,
                soap,
                new LoopSpec(
                        STEPS,
                        0,
                        Math.clamp(smallestCount * 4L / 5, 1, BATCH),
                        50,
                        STEPS / 20,
                        0,
                        500,
                        0.99,
                        few ? new BatchNoise(0.4, 0.1) : BatchNoise.NONE));
    }
}
