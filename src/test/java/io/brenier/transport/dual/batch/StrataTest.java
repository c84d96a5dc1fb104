package io.brenier.transport.dual.batch;

import static io.brenier.transport.dual.batch.CouplingTest.count;
import static io.brenier.transport.dual.batch.CouplingTest.mean;
import static io.brenier.transport.dual.batch.CouplingTest.uniform;
import static io.brenier.transport.dual.batch.CouplingTest.variance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StrataTest {

    @Test
    void everyPointIsDrawnAsOftenAsAnyOther() {
        // Strata whose cuts fall between the points: 7 out of 10.
        Points points = uniform(10, 1, 1);
        Strata strata = new Strata(SampleStock.of(points));
        SplittableRandom random = new SplittableRandom(5);
        int draws = 40_000;
        double[] counts = new double[10];
        for (int i = 0; i < draws; i++) {
            count(strata.draw(i, 7, random), points, counts);
        }
        for (double count : counts) {
            assertThat(count / draws).isCloseTo(0.7, within(0.012));
        }
    }

    @Test
    void aBatchAsLargeAsTheSetHoldsEveryPointOnce() {
        Points points = uniform(64, 2, 1);
        Points batch = new Strata(SampleStock.of(points)).draw(0, 64, new SplittableRandom(1));
        assertThat(batch.values()).containsExactlyInAnyOrder(points.values());
    }

    @Test
    void aBatchsMeanVariesFarLessThanThatOfIndependentDraws() {
        Strata strata = new Strata(SampleStock.of(uniform(20_000, 2, 1)));
        SplittableRandom random = new SplittableRandom(9);
        double variance = variance(500, () -> mean(strata.draw(0, 256, random)));
        assertThat(variance).isLessThan(0.05 / 12 / 256);
    }

    @Test
    void theSameGeneratorGivesTheSameBatch() {
        Strata strata = new Strata(SampleStock.of(uniform(999, 3, 1)));
        assertThat(strata.draw(0, 100, new SplittableRandom(4)))
                .isEqualTo(strata.draw(0, 100, new SplittableRandom(4)));
    }

    @Test
    void rowsOfABatchStandInRandomOrder() {
        Points batch = new Strata(SampleStock.of(uniform(4096, 1, 1))).draw(0, 1024, new SplittableRandom(2));
        double sum = 0;
        for (int i = 0; i < 1024; i++) {
            sum += (i - 511.5) / 512 * (batch.at(i, 0) - 0.5);
        }
        // In the order of the strata it would be 1024/6.
        assertThat(Math.abs(sum)).isLessThan(40);
    }

    @Test
    void anotherWindowIsOrderedAnew() {
        SampleStock stock = new SampleStock() {
            @Override
            public Points at(long step) {
                return uniform(100, 1, step);
            }

            @Override
            public long stepsEach() {
                return 1;
            }
        };
        Strata strata = new Strata(stock);
        strata.draw(1, 100, new SplittableRandom(1));
        assertThat(strata.draw(2, 100, new SplittableRandom(1)).values())
                .containsExactlyInAnyOrder(stock.at(2).values());
    }
}
