package io.brenier.transport.dual.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.dual.EnotSpec;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.measure.named.GaussianMeasure;
import io.brenier.transport.tensor.Points;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchSamplerTest {

    private static final TrainedMap IDENTITY = new TrainedMap() {
        @Override
        public float[] parameters() {
            return new float[] {7};
        }

        @Override
        public Points images(float[] parameters, Points x) {
            return x;
        }
    };

    @Test
    void veryManySamplesAreCoupledAlongTheMap() {
        BatchSampler sampler = sampler(60_000, IDENTITY, null);

        sampler.at(0, 0).next();

        assertThat(sampler.coupledBy()).containsExactly(7);
    }

    @Test
    void fewerSamplesAreNot() {
        BatchSampler sampler = sampler(20_000, IDENTITY, null);

        sampler.at(0, 0).next();

        assertThat(sampler.coupledBy()).isNull();
    }

    @Test
    void withoutAMapSamplesAreDrawnAsEverWhateverACheckpointHeld() {
        BatchSampler fresh = sampler(60_000, null, null);
        BatchSampler resumed = sampler(60_000, null, new float[] {3});

        assertThat(resumed.at(5, 0).next().source())
                .isEqualTo(fresh.at(5, 0).next().source());
        assertThat(resumed.coupledBy()).isNull();
    }

    private static BatchSampler sampler(int rows, @Nullable TrainedMap map, float @Nullable [] coupledBy) {
        EnotSpec spec = EnotSpec.defaults(2, rows);
        StandardProblem problem = StandardProblem.of(new TrainingProblem(
                GaussianMeasure.standard(2).sample(rows, 1),
                GaussianMeasure.standard(2).sample(rows, 2),
                null,
                null,
                spec,
                0));
        return new BatchSampler(problem, spec.loop(), 1, 4, map, coupledBy);
    }
}
