package io.brenier.transport.metric.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    @Test
    void coversAKnownMeanAboutAsOftenAsItSays() {
        Random random = new Random(1);
        int covered = 0;
        for (int trial = 0; trial < 400; trial++) {
            double[] rows = random.doubles(80, 0, 2).toArray();
            Interval interval = Bootstrap.usual(trial).ofMean(rows);
            covered += interval.low() <= 1 && 1 <= interval.high() ? 1 : 0;
        }

        assertThat(covered / 400.0).isBetween(0.92, 0.98);
    }

    @Test
    void coversASumOfMeansOfTwoSamples() {
        Random random = new Random(2);
        int covered = 0;
        for (int trial = 0; trial < 400; trial++) {
            double[] first = random.doubles(60, 0, 2).toArray();
            double[] second = random.doubles(90, -3, 1).toArray();
            Interval interval = Bootstrap.usual(trial).ofSumOfMeans(first, second);
            covered += interval.low() <= 0 && 0 <= interval.high() ? 1 : 0;
        }

        assertThat(covered / 400.0).isBetween(0.92, 0.98);
    }

    /** 1.96 standard errors to each side of the mean. */
    @Test
    void isAboutTheNormalIntervalForManyRows() {
        double[] rows = new Random(3).doubles(4_000, -1, 1).toArray();

        Interval interval = Bootstrap.usual(1).ofMean(rows);

        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * Math.sqrt(1.0 / 3 / 4_000), within(3e-3));
    }

    @Test
    void isAPointWhereTheRowsAreEqual() {
        assertThat(Bootstrap.usual(1).ofMean(new double[] {2, 2, 2})).isEqualTo(new Interval(2, 2));
    }

    @Test
    void drawsOddNumbersOfRowsAllTheSame() {
        Interval interval = Bootstrap.usual(1).ofMean(new double[] {0, 0, 1});

        assertThat(interval).isEqualTo(new Interval(0, 1));
    }

    @Test
    void followsFromTheSeed() {
        double[] rows = new Random(3).doubles(50).toArray();

        assertThat(Bootstrap.usual(1).ofMean(rows)).isEqualTo(Bootstrap.usual(1).ofMean(rows));
        assertThat(Bootstrap.usual(1).ofMean(rows))
                .isNotEqualTo(Bootstrap.usual(2).ofMean(rows));
    }

    @Test
    void isUnknownForOneRowOrWhereOneIsNoNumber() {
        assertThat(Bootstrap.usual(1).ofMean(new double[] {1}).low()).isNaN();
        assertThat(Bootstrap.usual(1).ofMean(new double[] {1, Double.NaN, 3}).high())
                .isNaN();
        assertThat(Bootstrap.usual(1)
                        .ofSumOfMeans(new double[] {1, 2}, new double[] {1})
                        .low())
                .isNaN();
    }

    @Test
    void refusesLevelsThatAreNone() {
        assertThatThrownBy(() -> new Bootstrap(100, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bootstrap(1, 0.9, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
