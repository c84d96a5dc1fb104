package io.brenier.transport.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.measure.Moments;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianMapTest {

    private static final Offset<Double> TIGHT = within(1e-9);

    @Test
    void isAShiftBetweenGaussiansOfTheSameCovariance() {
        double[] covariance = {2, 0.5, 0.5, 1};

        GaussianMap map = GaussianMap.between(
                new Moments(new double[] {1, 1}, covariance), new Moments(new double[] {3, 0}, covariance));

        assertThat(map.matrix()).containsExactly(new double[] {1, 0, 0, 1}, TIGHT);
        assertThat(map.shift()).containsExactly(new double[] {2, -1}, TIGHT);
    }

    @Test
    void isAScalingBetweenGaussiansOfProportionalCovariances() {
        GaussianMap map = GaussianMap.between(
                new Moments(new double[] {1, 2}, new double[] {2, 0.5, 0.5, 1}),
                new Moments(new double[] {0, 0}, new double[] {18, 4.5, 4.5, 9}));

        assertThat(map.matrix()).containsExactly(new double[] {3, 0, 0, 3}, TIGHT);
        assertThat(map.shift()).containsExactly(new double[] {-3, -6}, TIGHT);
    }

    @Test
    void isTheRatioOfRootsForCommutingCovariances() {
        GaussianMap map = GaussianMap.between(
                new Moments(new double[3], diagonal(1, 4, 25)), new Moments(new double[3], diagonal(9, 1, 100)));

        assertThat(map.matrix()).containsExactly(diagonal(3, 0.5, 2), TIGHT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16, 64})
    void pushesTheSourceMomentsToTheTargetMoments(int d) {
        Moments source = new Moments(mean(d, 0.3), GaussianSamples.covariance(d, 0.05, d));
        Moments target = new Moments(mean(d, -1.7), GaussianSamples.covariance(d, 0.05, 1000 + d));

        GaussianMap map = GaussianMap.between(source, target);

        assertThat(congruence(map.matrix(), source.covariance(), d)).containsExactly(target.covariance(), TIGHT);
        assertThat(image(map, source.mean())).containsExactly(target.mean(), TIGHT);
        assertThat(transposed(map.matrix(), d)).containsExactly(map.matrix());
    }

    @Test
    void hasTheMapOfTheSwappedPairAsItsInverse() {
        int d = 6;
        Moments source = new Moments(mean(d, 0.3), GaussianSamples.covariance(d, 0.1, 1));
        Moments target = new Moments(mean(d, 2), GaussianSamples.covariance(d, 0.1, 2));

        GaussianMap inverse = GaussianMap.between(source, target).inverse();
        GaussianMap swapped = GaussianMap.between(target, source);

        assertThat(inverse.matrix()).containsExactly(swapped.matrix(), TIGHT);
        assertThat(inverse.shift()).containsExactly(swapped.shift(), TIGHT);
    }

    @Test
    void bringsPointsBackByItsInverse() {
        Points points = GaussianSamples.isotropic(50, 1, 4, 1, 2, 3);
        GaussianMap map = GaussianMap.between(
                new Moments(mean(3, 0), GaussianSamples.covariance(3, 0.1, 5)),
                new Moments(mean(3, 1), GaussianSamples.covariance(3, 0.1, 6)));

        Points back = map.inverse().apply(map.apply(points));

        for (int i = 0; i < points.values().length; i++) {
            assertThat(back.values()[i]).isCloseTo(points.values()[i], within(1e-4f));
        }
    }

    @Test
    void movesSamplesToTheTargetsMoments() {
        Moments source = Moments.of(GaussianSamples.isotropic(2_000, 2, 1, 5, 5));
        Moments target = new Moments(new double[] {-1, 0}, new double[] {1, 0.3, 0.3, 0.5});

        Moments moved =
                Moments.of(GaussianMap.between(source, target).apply(GaussianSamples.isotropic(2_000, 2, 1, 5, 5)));

        assertThat(moved.mean()).containsExactly(target.mean(), within(1e-5));
        assertThat(moved.covariance()).containsExactly(target.covariance(), within(1e-5));
    }

    @Test
    void leavesAColumnThatIsConstantOnBothSidesAlone() {
        Moments flat = new Moments(new double[2], diagonal(4, 0));

        GaussianMap map = GaussianMap.between(flat, new Moments(new double[] {0, 1}, diagonal(1, 0)));

        assertThat(map.matrix()).containsExactly(new double[] {0.5, 0, 0, 0.5}, within(1e-9));
        assertThat(map.shift()).containsExactly(new double[] {0, 1}, TIGHT);
    }

    @Test
    void staysFiniteAndInvertibleWithFewerSamplesThanDimensions() {
        int d = 20;
        Moments source = Moments.of(GaussianSamples.isotropic(5, 1, 1, mean(d, 0)));
        Moments target = Moments.of(GaussianSamples.isotropic(7, 1, 2, mean(d, 1)));

        GaussianMap map = GaussianMap.between(source, target);

        assertThat(map.matrix()).doesNotContain(Double.NaN);
        assertThat(Arrays.stream(map.matrix()).map(Math::abs).max().orElseThrow())
                .isLessThan(1e4);
        assertThat(Arrays.stream(map.inverse().matrix()).map(Math::abs).max().orElseThrow())
                .isLessThan(1e4);
        assertThat(image(map, source.mean())).containsExactly(target.mean(), within(1e-9));
    }

    @Test
    void isTheIdentityWhereAsked() {
        assertThat(GaussianMap.identity(2).matrix()).containsExactly(1, 0, 0, 1);
        assertThat(GaussianMap.identity(2).shift()).containsExactly(0, 0);
    }

    @Test
    void refusesASideWithoutSpread() {
        Moments point = new Moments(new double[1], new double[1]);
        Moments line = new Moments(new double[1], new double[] {1});

        assertThatThrownBy(() -> GaussianMap.between(line, point))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without spread");
    }

    @Test
    void refusesSidesOfDifferentDimension() {
        assertThatThrownBy(() -> GaussianMap.between(
                        new Moments(new double[1], new double[] {1}), new Moments(new double[2], diagonal(1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dimension 1");
    }

    @Test
    void refusesACovarianceThatIsNotFinite() {
        Moments broken = new Moments(new double[2], new double[] {1, Double.NaN, Double.NaN, 1});

        assertThatThrownBy(() -> GaussianMap.between(broken, new Moments(new double[2], diagonal(1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not finite");
    }

    private static double[] mean(int d, double value) {
        double[] mean = new double[d];
        for (int i = 0; i < d; i++) {
            mean[i] = value + 0.1 * i;
        }
        return mean;
    }

    private static double[] diagonal(double... entries) {
        double[] matrix = new double[entries.length * entries.length];
        for (int i = 0; i < entries.length; i++) {
            matrix[i * entries.length + i] = entries[i];
        }
        return matrix;
    }

    /** M Σ M for symmetric M, by the definition. */
    private static double[] congruence(double[] outer, double[] inner, int d) {
        return product(product(outer, inner, d), outer, d);
    }

    private static double[] product(double[] left, double[] right, int d) {
        double[] product = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < d; k++) {
                    product[i * d + j] += left[i * d + k] * right[k * d + j];
                }
            }
        }
        return product;
    }

    private static double[] transposed(double[] matrix, int d) {
        double[] transposed = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                transposed[j * d + i] = matrix[i * d + j];
            }
        }
        return transposed;
    }

    private static double[] image(GaussianMap map, double[] point) {
        int d = point.length;
        double[] image = map.shift().clone();
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                image[i] += map.matrix()[i * d + j] * point[j];
            }
        }
        return image;
    }
}
