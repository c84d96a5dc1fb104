package io.brenier.transport.dual.batch;

import static io.brenier.transport.dual.batch.CouplingTest.uniform;
import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoupledSamplesTest {

    /** The identity; its parameter is the number of the time that it is asked for. */
    private static final class Identity implements TrainedMap {

        private float asked;
        private final List<Float> coupledBy = new ArrayList<>();

        @Override
        public float[] parameters() {
            return new float[] {asked++};
        }

        @Override
        public Points images(float[] parameters, Points x) {
            coupledBy.add(parameters[0]);
            return x;
        }
    }

    private final Identity map = new Identity();
    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void theyAreCoupledAtFirstThenWhenUsedOnceAndWheneverUsedFourTimes() {
        CoupledSamples samples = samples(null);
        List<Long> steps = new ArrayList<>();
        for (long step = 0; step <= 80; step++) {
            int before = map.coupledBy.size();
            samples.draw(step, 100, random);
            if (map.coupledBy.size() > before) {
                steps.add(step);
            }
        }
        assertThat(steps).containsExactly(0L, 10L, 40L, 80L);
        assertThat(map.coupledBy).containsExactly(0f, 1f, 2f, 3f);
    }

    @Test
    void aStepOfSeveralBatchesDrawsThemFromOneCoupling() {
        CoupledSamples samples = samples(null);
        samples.draw(40, 100, random);
        samples.draw(40, 100, random);
        assertThat(map.coupledBy).hasSize(1);
    }

    @Test
    void aResumedRunIsCoupledAlongTheMapOfItsCheckpointUntilItIsDueAgain() {
        CoupledSamples resumed = samples(new float[] {-7});
        resumed.draw(25, 100, random);
        assertThat(resumed.parameters()).containsExactly(-7);
        assertThat(map.coupledBy).containsExactly(-7f);

        resumed.draw(40, 100, random);
        assertThat(resumed.parameters()).containsExactly(0);
    }

    /** 1,000 a side, of which a step draws 100. */
    private CoupledSamples samples(float @Nullable [] coupledBy) {
        return new CoupledSamples(
                SampleStock.of(uniform(1_000, 2, 1)), SampleStock.of(uniform(1_000, 2, 2)), map, 100, coupledBy);
    }
}
