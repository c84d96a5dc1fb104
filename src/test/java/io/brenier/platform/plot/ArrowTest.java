package io.brenier.platform.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ArrowTest {

    @Test
    void itsTipIsWhereItPoints() {
        Polyline arrow = Arrow.between(10, 20, 10, 120, 2);

        assertThat(arrow.x()[3]).isCloseTo(10, within(1e-12));
        assertThat(arrow.y()[3]).isCloseTo(120, within(1e-12));
        assertThat(arrow.y()[2]).isCloseTo(110, within(1e-12));
        assertThat(Math.abs(arrow.x()[2] - arrow.x()[4])).isCloseTo(6, within(1e-12));
    }

    @Test
    void aShortOneIsAsLongAsItIs() {
        Polyline arrow = Arrow.between(0, 0, 3, 0, 2);

        for (double x : arrow.x()) {
            assertThat(x).isBetween(0., 3.);
        }
    }

    @Test
    void oneWithoutLengthIsAPoint() {
        Polyline arrow = Arrow.between(7, 8, 7, 8, 2);

        assertThat(arrow.x()).containsOnly(7);
        assertThat(arrow.y()).containsOnly(8);
    }
}
