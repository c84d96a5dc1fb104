package io.brenier.transport.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class LogDeterminantTest {

    private static final LogDeterminant EXACT = new ExactLogDeterminant();

    @Test
    void isThatOfTheMatrixOfAQuadratic() {
        QuadraticMlpPotential quadratic =
                new QuadraticMlpPotential(new float[] {2, 0.5f, 0.5f, 1}, new float[] {1, 1}, null);
        Points x = SmoothMaps.points(5, 2, 1);

        LogDeterminants found = EXACT.at(quadratic::hessianProducts, x);

        for (int row = 0; row < 5; row++) {
            assertThat(found.values()[row]).isCloseTo(Math.log(1.75), within(1e-12));
            assertThat(found.standardErrors()[row]).isZero();
        }
        assertThat(found.undefined()).isZero();
    }

    @Test
    void isThatOfFiniteDifferencesOfTheGradient() {
        QuadraticMlpPotential f = SmoothMaps.potential(2, 0.3f, 0.5f, 7);
        Points x = SmoothMaps.points(20, 2, 2);
        float h = 1e-2f;
        double[][] columns = new double[2][];
        for (int k = 0; k < 2; k++) {
            float[] above = f.gradients(moved(x, k, h)).values();
            float[] below = f.gradients(moved(x, k, -h)).values();
            columns[k] = new double[above.length];
            for (int i = 0; i < above.length; i++) {
                columns[k][i] = (above[i] - below[i]) / (2 * h);
            }
        }

        double[] found = EXACT.at(f::hessianProducts, x).values();

        for (int row = 0; row < x.rows(); row++) {
            double determinant =
                    columns[0][2 * row] * columns[1][2 * row + 1] - columns[0][2 * row + 1] * columns[1][2 * row];
            assertThat(found[row]).isCloseTo(Math.log(determinant), within(1e-3));
        }
    }

    @Test
    void isEstimatedByLanczosWithinItsStandardError() {
        QuadraticMlpPotential f = SmoothMaps.potential(80, 0.2f, 0.3f, 4);
        Points x = SmoothMaps.points(60, 80, 5);

        double[] exact = EXACT.at(f::hessianProducts, x).values();
        LogDeterminants estimated = new LanczosLogDeterminant(16, 40, 9).at(f::hessianProducts, x);

        double squares = 0;
        for (int row = 0; row < exact.length; row++) {
            double error = (estimated.values()[row] - exact[row]) / estimated.standardErrors()[row];
            squares += error * error;
            assertThat(estimated.standardErrors()[row]).isLessThan(0.05 * Math.abs(exact[row]));
        }
        // E t² of 15 degrees of freedom is 15/13.
        assertThat(squares / exact.length).isBetween(0.5, 2.0);
    }

    @Test
    void needsNoMoreStepsThanDimensions() {
        QuadraticMlpPotential f = SmoothMaps.potential(3, 0.5f, 0.5f, 4);
        Points x = SmoothMaps.points(10, 3, 5);

        double[] exact = EXACT.at(f::hessianProducts, x).values();
        LogDeterminants estimated = new LanczosLogDeterminant(400, 50, 1).at(f::hessianProducts, x);

        for (int row = 0; row < exact.length; row++) {
            assertThat(estimated.values()[row])
                    .isCloseTo(exact[row], within(4 * estimated.standardErrors()[row] + 1e-5));
        }
    }

    @Test
    void isExactByLanczosTooForAMultipleOfTheIdentity() {
        QuadraticMlpPotential f = new QuadraticMlpPotential(SmoothMaps.diagonal(100, 0.25f), new float[100], null);

        LogDeterminants found = LanczosLogDeterminant.DEFAULT.at(f::hessianProducts, SmoothMaps.points(3, 100, 1));

        for (int row = 0; row < 3; row++) {
            assertThat(found.values()[row]).isCloseTo(100 * Math.log(0.25), within(1e-4));
            assertThat(found.standardErrors()[row]).isLessThan(1e-4);
        }
    }

    @Test
    void givesARowTheSameWhateverItsNeighbours() {
        QuadraticMlpPotential f = SmoothMaps.potential(70, 0.2f, 0.3f, 4);
        Points x = SmoothMaps.points(50, 70, 5);
        for (LogDeterminant method : new LogDeterminant[] {EXACT, LanczosLogDeterminant.DEFAULT}) {
            double[] together = method.at(f::hessianProducts, x).values();
            assertThat(method.at(f::hessianProducts, x.slice(31, 32)).values()[0])
                    .isEqualTo(together[31]);
        }
    }

    @Test
    void namesRowsWhoseHessianIsNotPositiveDefinite() {
        HessianProducts indefiniteInRowOne = (x, v) -> {
            float[] products = v.values().clone();
            for (int row = 0; row < x.rows(); row++) {
                if (x.at(row, 0) > 5) {
                    products[row * x.dimension() + 1] *= -0.5f;
                }
            }
            return Points.of(products, x.rows(), x.dimension());
        };
        assertNamed(indefiniteInRowOne, HessianStatus.NOT_POSITIVE_DEFINITE);
    }

    @Test
    void namesRowsWhoseHessianIsSingularToFloatPrecision() {
        HessianProducts flat = (x, v) -> {
            float[] products = v.values().clone();
            for (int row = 0; row < x.rows(); row++) {
                if (x.at(row, 0) > 5) {
                    products[row * x.dimension() + 1] *= 1e-8f;
                }
            }
            return Points.of(products, x.rows(), x.dimension());
        };
        assertNamed(flat, HessianStatus.NOT_POSITIVE_DEFINITE);
    }

    @Test
    void namesRowsWhoseHessianIsNotFinite() {
        HessianProducts overflowing = (x, v) -> {
            float[] products = v.values().clone();
            for (int row = 0; row < x.rows(); row++) {
                if (x.at(row, 0) > 5) {
                    products[row * x.dimension()] = Float.NaN;
                }
            }
            return Points.of(products, x.rows(), x.dimension());
        };
        assertNamed(overflowing, HessianStatus.NON_FINITE);
    }

    @Test
    void refusesTooFewProbes() {
        assertThatThrownBy(() -> new LanczosLogDeterminant(1, 10, 0)).hasMessageContaining("probes");
        assertThatThrownBy(() -> new LanczosLogDeterminant(2, 0, 0)).hasMessageContaining("probes");
    }

    private static void assertNamed(HessianProducts hessian, HessianStatus status) {
        Points x = Points.ofRows(new float[] {0, 0, 0}, new float[] {10, 0, 0}, new float[] {1, 0, 0});
        for (LogDeterminant method : new LogDeterminant[] {EXACT, LanczosLogDeterminant.DEFAULT}) {
            LogDeterminants found = method.at(hessian, x);
            assertThat(found.statuses())
                    .containsExactly(HessianStatus.POSITIVE_DEFINITE, status, HessianStatus.POSITIVE_DEFINITE);
            assertThat(found.values()[0]).isCloseTo(0, within(1e-6));
            assertThat(found.values()[1]).isNaN();
            assertThat(found.values()[2]).isCloseTo(0, within(1e-6));
            assertThat(found.undefined()).isOne();
        }
    }

    private static Points moved(Points x, int coordinate, float by) {
        float[] values = x.values().clone();
        for (int i = coordinate; i < values.length; i += x.dimension()) {
            values[i] += by;
        }
        return Points.of(values, x.rows(), x.dimension());
    }
}
