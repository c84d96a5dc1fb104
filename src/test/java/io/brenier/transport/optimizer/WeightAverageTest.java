package io.brenier.transport.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.brenier.transport.network.Activation;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.network.TrainablePotential;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightAverageTest {

    private final Mlp shape = Mlp.initial(2, List.of(3), 1, Activation.ELU, 1);

    @Test
    void forgetsExponentially() {
        try (TrainablePotential potential = potential()) {
            potential.parameters().restore(constant(1).flatten());
            WeightAverage average = WeightAverage.of(potential.parameters(), 0.75);
            potential.parameters().restore(constant(5).flatten());
            average.update(1_000);
            assertThat(average.state()).containsOnly(2);
            average.update(1_001);
            assertThat(average.snapshot(shape).flatten()).containsOnly(2.75f);
        }
    }

    @Test
    void forgetsItsStartSoonerThanALongReachWould() {
        try (TrainablePotential potential = potential()) {
            potential.parameters().restore(constant(0).flatten());
            WeightAverage average = WeightAverage.of(potential.parameters());
            potential.parameters().restore(constant(1).flatten());
            double left = 1;
            for (int step = 1; step <= 100; step++) {
                average.update(step);
                left *= Math.min(0.99, (1.0 + step) / (10 + step));
            }
            assertThat(left).isLessThan(1e-6);
            assertThat(average.state()).usingComparatorWithPrecision(1e-6f).containsOnly((float) (1 - left));
        }
    }

    @Test
    void goesOnFromItsState() {
        try (TrainablePotential potential = potential()) {
            WeightAverage average = WeightAverage.of(potential.parameters());
            float[] state = average.state();
            potential.parameters().restore(constant(5).flatten());
            average.update(7);
            float[] moved = average.state();
            average.restore(state);
            assertThat(average.state()).isEqualTo(state);
            average.update(7);
            assertThat(average.state()).isEqualTo(moved).isNotEqualTo(state);
        }
    }

    @Test
    void refusesADecayOfOneAndAStateOfAnotherSize() {
        try (TrainablePotential potential = potential()) {
            assertThatIllegalArgumentException().isThrownBy(() -> WeightAverage.of(potential.parameters(), 1));
            WeightAverage average = WeightAverage.of(potential.parameters());
            assertThatIllegalArgumentException().isThrownBy(() -> average.restore(new float[2]));
        }
    }

    private TrainablePotential potential() {
        return TrainablePotential.of(new QuadraticMlpPotential(new float[4], new float[2], shape));
    }

    private Mlp constant(float value) {
        float[] flat = new float[shape.parameterCount()];
        Arrays.fill(flat, value);
        return shape.withParameters(flat);
    }
}
