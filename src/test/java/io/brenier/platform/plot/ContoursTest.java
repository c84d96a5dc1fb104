package io.brenier.platform.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class ContoursTest {

    private static final int NODES = 41;

    @Test
    void boundsADiscWithinTheGrid() {
        List<Polyline> rings = contours((x, y) -> -Math.hypot(x - 20, y - 20)).atLeast(-11.3);

        assertThat(rings).hasSize(1);
        assertThat(Math.abs(area(rings))).isCloseTo(Math.PI * 11.3 * 11.3, within(2.));
        for (int i = 0; i < rings.getFirst().x().length; i++) {
            assertThat(Math.hypot(rings.getFirst().x()[i] - 20, rings.getFirst().y()[i] - 20))
                    .isCloseTo(11.3, within(.02));
        }
    }

    @Test
    void closesAlongTheEdgeOfTheGrid() {
        List<Polyline> rings = contours((x, _) -> x).atLeast(30.25);

        assertThat(rings).hasSize(1);
        assertThat(Math.abs(area(rings))).isCloseTo(9.75 * 40, within(1e-9));
    }

    @Test
    void aHoleIsARingOfItsOwnTheOtherWayAround() {
        List<Polyline> rings = contours((x, y) -> Math.hypot(x - 20, y - 20)).atLeast(8);

        assertThat(rings).hasSize(2);
        assertThat(Math.abs(area(rings))).isCloseTo(1600 - Math.PI * 64, within(2.));
    }

    @Test
    void allOfTheGridAndNoneOfIt() {
        Contours flat = contours((_, _) -> 3);

        assertThat(Math.abs(area(flat.atLeast(2)))).isEqualTo(1600);
        assertThat(flat.atLeast(3.5)).isEmpty();
    }

    @Test
    void aSaddleIsJoinedWhereItsMeanIsInside() {
        assertThat(new Contours(new double[] {1, 0, 0, 1}, 2, 2).atLeast(.4)).hasSize(1);
        assertThat(new Contours(new double[] {1, 0, 0, 1}, 2, 2).atLeast(.6)).hasSize(2);
    }

    @Test
    void everyLevelOfAWildFunctionHasTheAreaOfItsNodes() {
        Contours wild = contours((x, y) -> Math.sin(x * 1.7) * Math.cos(y * 2.3) + Math.sin(x * y));
        double last = 1600;
        for (double level = -2; level <= 2; level += .1) {
            double area = Math.abs(area(wild.atLeast(level)));
            assertThat(area).isLessThanOrEqualTo(last + 1e-9);
            last = area;
        }
        assertThat(last).isLessThan(20);
    }

    @Test
    void refusesWhatIsNoGrid() {
        assertThatThrownBy(() -> new Contours(new double[5], 2, 3)).hasMessageContaining("no grid");
    }

    private static Contours contours(DoubleBinaryOperator function) {
        double[] values = new double[NODES * NODES];
        for (int node = 0; node < values.length; node++) {
            values[node] = function.applyAsDouble(node % NODES, (double) (node / NODES));
        }
        return new Contours(values, NODES, NODES);
    }

    /** By the shoelace formula: holes count the other way. */
    private static double area(List<Polyline> rings) {
        double twice = 0;
        for (Polyline ring : rings) {
            int n = ring.x().length;
            for (int i = 0; i < n; i++) {
                int j = (i + 1) % n;
                twice += ring.x()[i] * ring.y()[j] - ring.x()[j] * ring.y()[i];
            }
        }
        return twice / 2;
    }
}
