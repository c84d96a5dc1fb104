package io.brenier.transport.dual;

import io.brenier.transport.network.Activation;
import io.brenier.transport.network.InvalidSpecException;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.optimizer.Schedule;
import java.util.List;

/**
 * How a map that is no gradient, or too large to keep, becomes a potential: ∇f and the amortizer learn its values at the samples by
 * regression.
 *
 * @param potential f
 * @param amortizer the way back
 * @param optimizer for each of the networks
 * @param steps of each of the networks
 * @param batchSize points a step; fewer where the set has fewer
 */
public record DistillationSpec(
        MlpSpec potential, MlpSpec amortizer, OptimizerSpec optimizer, long steps, int batchSize) {

    private static final long MOST_STEPS = 1_000_000;
    private static final int MOST_POINTS = 1 << 16;
    private static final int FEW_DIMENSIONS = 4;

    public DistillationSpec {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new InvalidSpecException("steps", "%d is given; allowed is 1 to %d".formatted(steps, MOST_STEPS));
        }
        if (batchSize < 1 || batchSize > MOST_POINTS) {
            throw new InvalidSpecException(
                    "batchSize", "%d is given; allowed is 1 to %d".formatted(batchSize, MOST_POINTS));
        }
    }

    /** Three layers upon the Gaussian map, 600 steps of SOAP on 512 points. */
    public static DistillationSpec defaults(int dimension) {
        int width = dimension <= FEW_DIMENSIONS ? 64 : 128;
        MlpSpec network = new MlpSpec(List.of(width, width, width), Activation.ELU, PotentialStart.GAUSSIAN);
        OptimizerSpec soap =
                new OptimizerSpec(OptimizerSpec.Type.SOAP, 1e-2, 0.9, 0.95, 0, 20, Schedule.COSINE, 1e-3, 0);
        return new DistillationSpec(network, network, soap, 600, 512);
    }
}
