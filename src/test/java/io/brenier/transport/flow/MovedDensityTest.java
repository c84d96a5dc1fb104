package io.brenier.transport.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.conjugate.RowStatus;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.StandardizedDualPotentials;
import io.brenier.transport.entropic.GaussianMap;
import io.brenier.transport.measure.Moments;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.measure.named.GaussianMeasure;
import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.tensor.Points;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MovedDensityTest {

    private static final LbfgsSpec TIGHT = new LbfgsSpec(1e-5, 300, 30, 10);
    private static final LogDeterminant EXACT = new ExactLogDeterminant();
    private static final Moments SOURCE =
            new Moments(new double[] {1, 2, 3}, new double[] {4, 1, 0, 1, 2, 0.5, 0, 0.5, 1});
    private static final Moments TARGET =
            new Moments(new double[] {-5, 0, 7}, new double[] {9, -2, 1, -2, 5, 0, 1, 0, 3});

    @Test
    void isTheTargetGaussianAfterTheMapBetweenGaussiansInEveryUnit() {
        DualPotentials map = gaussian(SOURCE, TARGET);
        GaussianMeasure source = GaussianMeasure.of(SOURCE).orElseThrow();
        GaussianMeasure target = GaussianMeasure.of(TARGET).orElseThrow();
        Points y = target.sample(50, 1);
        Points x = source.sample(50, 2);

        MovedDensities pushed = new MovedDensity(map, source, EXACT, TIGHT).at(y, Direction.FORWARD);
        MovedDensities pulled = new MovedDensity(map, target, EXACT, TIGHT).at(x, Direction.INVERSE);

        double[] atTarget = target.logDensities(y);
        double[] atSource = source.logDensities(x);
        for (int row = 0; row < 50; row++) {
            assertThat(pushed.logDensities()[row]).isCloseTo(atTarget[row], within(1e-3));
            assertThat(pulled.logDensities()[row]).isCloseTo(atSource[row], within(1e-4));
        }
        assertThat(pushed.preimages()).isNotNull();
        assertThat(pulled.preimages()).isNull();
    }

    @Test
    void integratesToOneInTwoDimensions() {
        DualPotentials map = SmoothMaps.between(
                new Standardization(new float[] {1, -1}, 2), new Standardization(new float[] {0, 3}, 0.5f), 0.4f, 0.3f);
        GaussianMeasure base = GaussianMeasure.of(new Moments(new double[] {1, -1}, new double[] {4, 0, 0, 4}))
                .orElseThrow();
        Points moved = map.transport(base.sample(4_000, 1), Direction.FORWARD);
        Moments at = Moments.of(moved);
        int cells = 120;
        double reach = 7;
        double[] widths = {
            2 * reach * Math.sqrt(at.covariance()[0]) / cells, 2 * reach * Math.sqrt(at.covariance()[3]) / cells
        };
        Points grid = Points.zeros(cells * cells, 2);
        for (int cell = 0; cell < grid.rows(); cell++) {
            int[] places = {cell / cells, cell % cells};
            for (int k = 0; k < 2; k++) {
                grid.values()[2 * cell + k] = (float) (at.mean()[k] + (places[k] + 0.5 - cells / 2.0) * widths[k]);
            }
        }

        double[] logs = new MovedDensity(map, base, EXACT, TIGHT)
                .at(grid, Direction.FORWARD)
                .logDensities();

        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log);
        }
        assertThat(sum * widths[0] * widths[1]).isCloseTo(1, within(2e-3));
    }

    @Test
    void integratesToOneOnTheLineAfterTheWayBack() {
        DualPotentials map = SmoothMaps.between(
                new Standardization(new float[] {1}, 2), new Standardization(new float[] {3}, 0.5f), 0.4f, 0.3f);
        GaussianMeasure base = GaussianMeasure.of(new Moments(new double[] {3}, new double[] {0.3}))
                .orElseThrow();
        int cells = 4_000;
        double width = 40.0 / cells;
        Points line = Points.zeros(cells, 1);
        for (int cell = 0; cell < cells; cell++) {
            line.values()[cell] = (float) (-20 + (cell + 0.5) * width);
        }

        double sum = 0;
        for (double log : new MovedDensity(map, base, EXACT, TIGHT)
                .at(line, Direction.INVERSE)
                .logDensities()) {
            sum += Math.exp(log);
        }

        assertThat(sum * width).isCloseTo(1, within(1e-4));
    }

    @Test
    void isTheSameFromEitherSide() {
        DualPotentials map = SmoothMaps.between(
                new Standardization(new float[] {1, -1}, 2), new Standardization(new float[] {0, 3}, 0.5f), 0.4f, 0.3f);
        GaussianMeasure base = GaussianMeasure.standard(2);
        Points x = base.sample(30, 4);
        Points y = map.transport(x, Direction.FORWARD);

        MovedDensities pushed = new MovedDensity(map, base, EXACT, TIGHT).at(y, Direction.FORWARD);

        double[] before = base.logDensities(x);
        double[] growth = EXACT.at(map::hessianProducts, x).values();
        for (int row = 0; row < 30; row++) {
            assertThat(pushed.logDensities()[row]).isCloseTo(before[row] - growth[row], within(2e-3));
        }
    }

    @Test
    void namesRowsWhosePreimageWasNotFound() {
        DualPotentials map = SmoothMaps.between(
                new Standardization(new float[2], 1), new Standardization(new float[2], 1), 0.05f, 1f);

        MovedDensities pushed = new MovedDensity(map, GaussianMeasure.standard(2), EXACT, new LbfgsSpec(1e-6, 1, 5, 5))
                .at(Points.ofRows(new float[] {4, -5}), Direction.FORWARD);

        assertThat(Objects.requireNonNull(pushed.preimages()).statuses()[0]).isNotEqualTo(RowStatus.CONVERGED);
    }

    @Test
    void hasNoValueWhereTheMapIsNoBijection() {
        QuadraticMlpPotential saddle = new QuadraticMlpPotential(new float[] {1, 0, 0, -1}, new float[2], null);
        DualPotentials map = new StandardizedDualPotentials(
                Standardization.identity(2),
                Standardization.identity(2),
                saddle,
                new AffineMlpMap(SmoothMaps.diagonal(2, 1), new float[2], null));

        MovedDensities pulled = new MovedDensity(map, GaussianMeasure.standard(2), EXACT, TIGHT)
                .at(SmoothMaps.points(3, 2, 1), Direction.INVERSE);

        assertThat(pulled.logDensities()).containsOnly(Double.NaN);
        assertThat(pulled.hessians().statuses()).containsOnly(HessianStatus.NOT_POSITIVE_DEFINITE);
    }

    @Test
    void refusesADensityOfAnotherDimension() {
        DualPotentials map = gaussian(SOURCE, TARGET);

        assertThatThrownBy(() -> new MovedDensity(map, GaussianMeasure.standard(2), EXACT, TIGHT))
                .hasMessageContaining("R^3");
    }

    /** The closed-form map, learned in standardised coordinates. */
    private static DualPotentials gaussian(Moments source, Moments target) {
        Standardization sourceUnits = Standardization.of(source);
        Standardization targetUnits = Standardization.of(target);
        GaussianMap map = GaussianMap.between(source.standardized(sourceUnits), target.standardized(targetUnits));
        GaussianMap back = map.inverse();
        return new StandardizedDualPotentials(
                sourceUnits,
                targetUnits,
                new QuadraticMlpPotential(floats(map.matrix()), floats(map.shift()), null),
                new AffineMlpMap(floats(back.matrix()), floats(back.shift()), null));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
