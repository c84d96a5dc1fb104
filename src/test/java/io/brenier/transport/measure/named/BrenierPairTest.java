package io.brenier.transport.measure.named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.measure.Moments;
import io.brenier.transport.tensor.Points;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrenierPairTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16})
    void mapIsTheGradientOfThePotential(int dimension) {
        BrenierPair pair = BrenierPair.of(dimension, 3, 1);
        RandomGenerator random = Measure.generator(2);
        double[] x = new double[dimension];
        double[] image = new double[dimension];
        double h = 1e-5;
        for (int trial = 0; trial < 20; trial++) {
            pair.source().draw(random, x);
            pair.map(x, image);
            for (int i = 0; i < dimension; i++) {
                double kept = x[i];
                x[i] = kept + h;
                double above = pair.potential(x);
                x[i] = kept - h;
                double below = pair.potential(x);
                x[i] = kept;
                assertThat((above - below) / (2 * h)).isCloseTo(image[i], within(1e-7));
            }
        }
    }

    /** ⟨T(x) − T(x'), x − x'⟩ &gt; 0 for all pairs: a gradient that is monotone is the gradient of a convex function. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 64})
    void mapIsMonotone(int dimension) {
        BrenierPair pair = BrenierPair.of(dimension, 3, 4);
        Points x = pair.source().sample(200, 5);
        Points y = pair.map(x);
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < i; j++) {
                double product = 0;
                for (int k = 0; k < dimension; k++) {
                    product += ((double) y.at(i, k) - y.at(j, k)) * ((double) x.at(i, k) - x.at(j, k));
                }
                assertThat(product).isPositive();
            }
        }
    }

    @Test
    void targetOfASeedIsTheImageOfTheSourceOfThatSeed() {
        BrenierPair pair = BrenierPair.of(3, 2, 9);
        Points images = pair.map(pair.source().sample(50, 17));
        Points target = pair.target().sample(50, 17);
        for (int i = 0; i < 150; i++) {
            assertThat(target.values()[i]).isCloseTo(images.values()[i], within(1e-5f));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 32})
    void bothSidesAreStandardised(int dimension) {
        BrenierPair pair = BrenierPair.of(dimension, 3, 6);
        for (Measure side : new Measure[] {pair.source(), pair.target()}) {
            Moments drawn = Moments.of(side.sample(20_000, 1));
            assertThat(drawn.mean()).containsExactly(new double[dimension], within(0.1));
            assertThat(drawn.trace() / dimension).isCloseTo(1, within(0.05));
        }
    }

    /** A pair that the Gaussian map solves would test nothing. */
    @ParameterizedTest
    @ValueSource(ints = {2, 16})
    void mapIsFarFromAffine(int dimension) {
        BrenierPair pair = BrenierPair.of(dimension, 3, 8);
        double[] x = new double[dimension];
        double[] before = new double[dimension];
        double[] after = new double[dimension];
        double[] middle = new double[dimension];
        RandomGenerator random = Measure.generator(3);
        double bent = 0;
        double[] other = new double[dimension];
        for (int trial = 0; trial < 200; trial++) {
            pair.source().draw(random, x);
            pair.source().draw(random, other);
            pair.map(x, before);
            pair.map(other, after);
            for (int i = 0; i < dimension; i++) {
                x[i] = (x[i] + other[i]) / 2;
            }
            pair.map(x, middle);
            for (int i = 0; i < dimension; i++) {
                bent += Math.pow(middle[i] - (before[i] + after[i]) / 2, 2) / dimension / 200;
            }
        }
        assertThat(bent).isGreaterThan(0.01);
    }

    @Test
    void sameSeedSamePair() {
        Points once = BrenierPair.of(4, 3, 21).target().sample(20, 1);
        assertThat(BrenierPair.of(4, 3, 21).target().sample(20, 1)).isEqualTo(once);
        assertThat(BrenierPair.of(4, 3, 22).target().sample(20, 1)).isNotEqualTo(once);
    }

    @Test
    void refusesPointsOfAnotherDimension() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrenierPair.of(2, 1, 0).map(Points.zeros(3, 3)))
                .withMessageContaining("dimension 3")
                .withMessageContaining("dimension 2");
    }
}
