package io.brenier.transport.dual.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.LoopSpec;
import io.brenier.transport.dual.TrainingOutcome.Completed;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.dual.catalog.Trainers;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets that are small, flat or far away train without divergence and give finite figures. */
class SmallSetsTest {

    @ParameterizedTest
    @CsvSource({
        "2, 2, 1, 0, false",
        "9, 3, 1, 0, false",
        "40, 3, 1, 0, true",
        "300, 3, 255, 1000, true",
        "30, 40, 1e-3, 5, false"
    })
    void trainsOnOddSets(int count, int dimension, float scale, float offset, boolean constantColumn) {
        Points source = odd(count, dimension, 1, 1, 0, false);
        Points target = odd(count, dimension, 2, scale, offset, constantColumn);
        W2DualSpec spec = shortened(W2DualSpec.defaults(dimension, count));

        Completed completed = (Completed) Trainers.forSpec(spec)
                .train(new TrainingProblem(source, target, null, null, spec, 1), new RecordingListener(), null);

        assertThat(completed.metrics()).containsKeys("validation_dual", "w2_squared", "cycle_error");
        for (Direction direction : Direction.values()) {
            Points image =
                    completed.potentials().transport(direction == Direction.FORWARD ? source : target, direction);
            for (float value : image.values()) {
                assertThat(value).isFinite();
            }
        }
    }

    private static W2DualSpec shortened(W2DualSpec spec) {
        LoopSpec loop = spec.loop();
        return spec.withLoop(new LoopSpec(40, 0, loop.batchSize(), 10, 20, 0, 20, loop.averaging(), loop.batchNoise()));
    }

    private static Points odd(int count, int dimension, long seed, float scale, float offset, boolean constantColumn) {
        float[] values = KnownPair.normal(count, dimension, seed).values();
        for (int i = 0; i < values.length; i++) {
            values[i] = constantColumn && i % dimension == 0 ? offset : offset + scale * values[i];
        }
        return Points.of(values, count, dimension);
    }
}
