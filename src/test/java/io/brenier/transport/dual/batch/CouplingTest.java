package io.brenier.transport.dual.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.dual.batch.BatchSampler.Batch;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CouplingTest {

    @Test
    void aPairLiesCloseTogether() {
        Batch batch = ofTheIdentity(20_000, 20_000).draw(1_000, new SplittableRandom(3));
        // Two independent points of the unit square are .52 apart.
        assertThat(meanDistance(batch, 0)).isLessThan(0.02);
    }

    @Test
    void differentPairsOfABatchAreIndependent() {
        Batch batch = ofTheIdentity(20_000, 20_000).draw(4_000, new SplittableRandom(3));
        assertThat(meanDistance(batch, 1)).isCloseTo(0.521, within(0.02));
    }

    @Test
    void everySampleIsDrawnAsOftenAsAnyOtherOfItsSide() {
        // Strata whose cuts fall between the points: 7 out of 10, and out of 23.
        Points few = uniform(10, 1, 1);
        Points more = uniform(23, 1, 2);
        Coupling coupling = along(few, few, more);
        SplittableRandom random = new SplittableRandom(5);
        int draws = 40_000;
        double[] counts = new double[10];
        double[] others = new double[23];
        for (int i = 0; i < draws; i++) {
            Batch batch = coupling.draw(7, random);
            count(batch.source(), few, counts);
            count(batch.target(), more, others);
        }
        for (double count : counts) {
            assertThat(count / draws).isCloseTo(0.7, within(0.012));
        }
        for (double count : others) {
            assertThat(count / draws).isCloseTo(7 / 23.0, within(0.012));
        }
    }

    @Test
    void aBatchAsLargeAsTheSetHoldsEveryPointOnce() {
        Batch batch = ofTheIdentity(64, 64).draw(64, new SplittableRandom(1));
        for (Points side : new Points[] {batch.source(), batch.target()}) {
            Set<Float> seen = new HashSet<>();
            for (int i = 0; i < 64; i++) {
                seen.add(side.at(i, 0));
            }
            assertThat(seen).hasSize(64);
        }
    }

    @Test
    void aBatchsMeanVariesFarLessThanThatOfIndependentDraws() {
        Coupling coupling = ofTheIdentity(20_000, 20_000);
        SplittableRandom random = new SplittableRandom(9);
        double variance = variance(500, () -> mean(coupling.draw(256, random).source()));
        assertThat(variance).isLessThan(0.05 / 12 / 256);
    }

    @Test
    void theDifferenceOfTheSidesMeansVariesLessThanEitherMean() {
        // In 8 dimensions strata alone take little away.
        Points source = uniform(60_000, 8, 1);
        Points target = uniform(60_000, 8, 2);
        Coupling coupling = along(source, source, target);
        SplittableRandom random = new SplittableRandom(9);
        double ofAMean = variance(1_000, () -> mean(coupling.draw(256, random).source()));
        double ofTheDifference = variance(1_000, () -> {
            Batch batch = coupling.draw(256, random);
            return mean(batch.source()) - mean(batch.target());
        });
        // Of independent sides it would be twice as large.
        assertThat(ofTheDifference).isLessThan(0.8 * ofAMean);
    }

    @Test
    void samplesOfAMapThatHasComeApartAreDrawnEvenly() {
        Points points = uniform(1_000, 2, 1);
        float[] nowhere = new float[2_000];
        Arrays.fill(nowhere, Float.NaN);
        Batch batch = along(Points.of(nowhere, 1_000, 2), points, points).draw(1_000, new SplittableRandom(1));
        assertThat(batch.source().values()).containsExactlyInAnyOrder(points.values());
    }

    @Test
    void theSameGeneratorGivesTheSameBatch() {
        Coupling coupling = ofTheIdentity(999, 700);
        assertThat(coupling.draw(100, new SplittableRandom(4))).isEqualTo(coupling.draw(100, new SplittableRandom(4)));
    }

    /** Both sides uniform on the unit square, independently. */
    private static Coupling ofTheIdentity(int rows, int otherRows) {
        Points source = uniform(rows, 2, 1);
        Points target = uniform(otherRows, 2, 2);
        return along(source, source, target);
    }

    /** From an x to the y so many rows before it. */
    private static double meanDistance(Batch batch, int before) {
        int rows = batch.source().rows();
        double sum = 0;
        for (int i = before; i < rows; i++) {
            sum += Math.hypot(
                    batch.source().at(i, 0) - batch.target().at(i - before, 0),
                    batch.source().at(i, 1) - batch.target().at(i - before, 1));
        }
        return sum / (rows - before);
    }

    private static Coupling along(Points images, Points source, Points target) {
        return new Coupling(source, images, new OrderedStock(SampleStock.of(target)).at(0));
    }

    static void count(Points drawn, Points all, double[] counts) {
        for (float value : drawn.values()) {
            counts[
                    IntStream.range(0, all.rows())
                            .filter(k -> all.at(k, 0) == value)
                            .findFirst()
                            .orElseThrow()]++;
        }
    }

    static double variance(int draws, DoubleSupplier draw) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double value = draw.getAsDouble();
            sum += value;
            squares += value * value;
        }
        return squares / draws - sum / draws * (sum / draws);
    }

    static double mean(Points points) {
        double sum = 0;
        for (int i = 0; i < points.rows(); i++) {
            sum += points.at(i, 0);
        }
        return sum / points.rows();
    }

    static Points uniform(int rows, int dimension, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return Points.of(values, rows, dimension);
    }
}
