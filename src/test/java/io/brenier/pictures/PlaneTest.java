package io.brenier.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.tensor.Points;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneTest {

    /** Below and above the dimension from which the plane comes of inner products. */
    @ParameterizedTest
    @ValueSource(ints = {3, 16, 600})
    void findsTheTwoDirectionsInWhichThePointsWereSpread(int d) {
        double[] first = new double[d];
        double[] second = new double[d];
        first[0] = .6;
        first[d - 1] = .8;
        second[1] = -1;
        Random random = new Random(1);
        float[][] rows = new float[400][d];
        for (float[] row : rows) {
            double a = 10 * random.nextGaussian();
            double b = 3 * random.nextGaussian();
            for (int j = 0; j < d; j++) {
                row[j] = (float) (2 + a * first[j] + b * second[j] + 1e-3 * random.nextGaussian());
            }
        }
        Points points = Points.ofRows(rows);
        Plane plane = Plane.of(points);

        assertThat(Math.abs(dot(plane.u(), first))).isCloseTo(1, within(1e-2));
        assertThat(Math.abs(dot(plane.v(), second))).isCloseTo(1, within(1e-2));
        assertThat(dot(plane.u(), plane.v())).isCloseTo(0, within(1e-9));
        assertThat(plane.u()[d - 1]).isPositive();
        assertThat(plane.v()[1]).isPositive();
        assertThat(plane.uName()).matches("PC 1 \\(9[0-9]% of the variance\\)");
        double[][] shown = plane.project(points);
        Points back = plane.lift(shown[0], shown[1]);
        for (int j = 0; j < d; j++) {
            assertThat(back.at(7, j)).isCloseTo(points.at(7, j), within(.02f));
        }
    }

    @Test
    void theComponentsOfFourPointsAreInClosedForm() {
        Points cross = Points.ofRows(
                new float[] {1, 5, 3}, new float[] {1, -3, 3}, new float[] {4, 1, 3}, new float[] {-2, 1, 3});
        Plane plane = Plane.of(cross);

        assertThat(plane.origin()).containsExactly(new double[] {1, 1, 3}, within(1e-12));
        assertThat(plane.u()).containsExactly(new double[] {0, 1, 0}, within(1e-12));
        assertThat(plane.v()).containsExactly(new double[] {1, 0, 0}, within(1e-12));
        assertThat(plane.uName()).isEqualTo("PC 1 (64% of the variance)");
        assertThat(plane.vName()).isEqualTo("PC 2 (36% of the variance)");
    }

    @Test
    void thePlaneItselfIsShownAsItIs() {
        Points points = Points.ofRows(new float[] {3, 4}, new float[] {-5, 6});

        assertThat(Plane.of(points).project(points)).isEqualTo(new double[][] {{3, -5}, {4, 6}});
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 600})
    void pointsOnALineHaveASecondDirectionToo(int d) {
        float[][] rows = new float[5][d];
        for (int i = 0; i < 5; i++) {
            rows[i][0] = i;
        }
        Plane plane = Plane.of(Points.ofRows(rows));

        assertThat(Math.abs(plane.u()[0])).isCloseTo(1, within(1e-9));
        assertThat(dot(plane.v(), plane.v())).isCloseTo(1, within(1e-9));
        assertThat(dot(plane.u(), plane.v())).isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 600})
    void aSinglePointHasAPlaneToo(int d) {
        Plane plane = Plane.of(Points.ofRows(new float[d]));

        assertThat(dot(plane.u(), plane.u())).isCloseTo(1, within(1e-9));
        assertThat(dot(plane.v(), plane.v())).isCloseTo(1, within(1e-9));
        assertThat(dot(plane.u(), plane.v())).isCloseTo(0, within(1e-9));
        assertThat(plane.uName()).isEqualTo("PC 1");
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
