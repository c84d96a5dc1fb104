package io.brenier.transport.dual.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrataTest {

    @Test
    void theOrderHoldsEveryRowOnce() {
        for (int rows : new int[] {0, 1, 2, 7, 1000, 40_000}) {
            int[] order = NeighbourOrder.of(uniform(rows, 3));
            int[] sorted = order.clone();
            Arrays.sort(sorted);
            assertThat(sorted).containsExactly(IntStream.range(0, rows).toArray());
        }
    }

    @Test
    void neighboursInTheOrderLieCloseTogether() {
        // Large enough for nodes to be copied together on the way.
        int rows = 100_000;
        Points points = uniform(rows, 2);
        int[] order = NeighbourOrder.of(points);
        double sum = 0;
        for (int i = 1; i < rows; i++) {
            sum += Math.hypot(
                    points.at(order[i], 0) - points.at(order[i - 1], 0),
                    points.at(order[i], 1) - points.at(order[i - 1], 1));
        }
        // Two independent points of the unit square are .52 apart.
        assertThat(sum / rows).isLessThan(0.02);
    }

    @Test
    void equalPointsAreOrderedToo() {
        assertThat(NeighbourOrder.of(Points.zeros(5000, 4))).hasSize(5000);
    }

    @Test
    void everyPointIsDrawnAsOftenAsAnyOther() {
        // Strata whose cuts fall between the points: 7 out of 10.
        Points points = Points.of(new float[] {3, 1, 4, 1.5f, 9, 2, 6, 5, 3.5f, 8}, 10, 1);
        Strata strata = new Strata(points);
        SplittableRandom random = new SplittableRandom(5);
        int draws = 40_000;
        double[] counts = new double[10];
        for (int i = 0; i < draws; i++) {
            for (float value : strata.draw(7, random).values()) {
                counts[
                        IntStream.range(0, 10)
                                .filter(k -> points.at(k, 0) == value)
                                .findFirst()
                                .orElseThrow()]++;
            }
        }
        for (double count : counts) {
            assertThat(count / draws).isCloseTo(0.7, within(0.012));
        }
    }

    @Test
    void aBatchAsLargeAsTheSetHoldsEveryPointOnce() {
        Points points = uniform(64, 2);
        Points batch = new Strata(points).draw(64, new SplittableRandom(1));
        Set<Float> seen = new HashSet<>();
        for (int i = 0; i < 64; i++) {
            seen.add(batch.at(i, 0));
        }
        assertThat(seen).hasSize(64);
    }

    @Test
    void aBatchsMeanVariesFarLessThanThatOfIndependentDraws() {
        Points points = uniform(20_000, 2);
        Strata strata = new Strata(points);
        SplittableRandom random = new SplittableRandom(9);
        int draws = 500;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double mean = mean(strata.draw(256, random));
            sum += mean;
            squares += mean * mean;
        }
        double variance = squares / draws - sum / draws * (sum / draws);
        double independent = 1.0 / 12 / 256;
        assertThat(variance).isLessThan(0.05 * independent);
    }

    @Test
    void rowsOfABatchStandInRandomOrder() {
        Points points = uniform(4096, 1);
        Points batch = new Strata(points).draw(1024, new SplittableRandom(2));
        double sum = 0;
        for (int i = 0; i < 1024; i++) {
            sum += (i - 511.5) / 512 * (batch.at(i, 0) - 0.5);
        }
        // In the order of the strata it would be 1024/6.
        assertThat(Math.abs(sum)).isLessThan(40);
    }

    @Test
    void theSameGeneratorGivesTheSameBatch() {
        Strata strata = new Strata(uniform(999, 3));
        assertThat(strata.draw(100, new SplittableRandom(4)).values())
                .containsExactly(strata.draw(100, new SplittableRandom(4)).values());
    }

    private static double mean(Points batch) {
        double sum = 0;
        for (int i = 0; i < batch.rows(); i++) {
            sum += batch.at(i, 0);
        }
        return sum / batch.rows();
    }

    private static Points uniform(int rows, int dimension) {
        SplittableRandom random = new SplittableRandom(11);
        float[] values = new float[rows * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return Points.of(values, rows, dimension);
    }
}
