package io.brenier.transport.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.network.Activation;
import io.brenier.transport.network.Mlp;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** By plain descent at rate 1, whose step is the clipped gradient. */
class GradientClippingTest {

    private static final Mlp START = Mlp.initial(3, List.of(4), 3, Activation.TANH, 2);

    @Test
    void shortensALongGradientToTheNormAndKeepsItsDirection() {
        try (SmallNetwork network = new SmallNetwork(START, spec(0.5))) {
            float[] before = network.parameters();
            float[] gradient = network.step(new SplittableRandom(1), 1);
            float[] after = network.parameters();
            double norm = norm(gradient);
            assertThat(norm).isGreaterThan(1);
            for (int i = 0; i < gradient.length; i++) {
                assertThat((double) before[i] - after[i]).isCloseTo(0.5 * gradient[i] / norm, within(3e-7));
            }
        }
    }

    @Test
    void leavesAShortGradientToTheLastBit() {
        try (SmallNetwork clipped = new SmallNetwork(START, spec(1e3));
                SmallNetwork plain = new SmallNetwork(START, spec(0))) {
            clipped.step(new SplittableRandom(1), 1);
            plain.step(new SplittableRandom(1), 1);
            assertThat(clipped.parameters()).isEqualTo(plain.parameters());
        }
    }

    @Test
    void leavesTheGivenGradientAlone() {
        try (SmallNetwork clipped = new SmallNetwork(START, spec(1e-3));
                SmallNetwork plain = new SmallNetwork(START, spec(0))) {
            float[] whole = plain.step(new SplittableRandom(1), 1);
            assertThat(clipped.step(new SplittableRandom(1), 1)).isEqualTo(whole);
        }
    }

    private static OptimizerSpec spec(double clipNorm) {
        return new OptimizerSpec(OptimizerSpec.Type.SGD, 1, 0, 0, 0, 0, Schedule.CONSTANT, 1, clipNorm);
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }
}
