package io.brenier.platform.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void keepsFirstLastLeastAndGreatestOfEveryStretch() {
        double[] x = new double[10_000];
        double[] y = new double[10_000];
        Arrays.setAll(x, i -> i);
        Arrays.setAll(y, i -> Math.sin(i * .7));
        y[4_321] = 50;
        y[8_765] = -60;
        Series thinned = new Series("s", x, y, Colour.INK).thinned(100);

        assertThat(thinned.x().length).isBetween(200, 400);
        assertThat(thinned.x()).isSorted().startsWith(0).endsWith(9_999);
        assertThat(thinned.y()).contains(50, -60);
    }

    @Test
    void keepsAllOfAFew() {
        Series few = new Series("s", new double[] {1, 2}, new double[] {3, 4}, Colour.INK);

        assertThat(few.thinned(100)).isEqualTo(few);
    }

    @Test
    void refusesAnEmptyOne() {
        assertThatThrownBy(() -> new Series("s", new double[0], new double[0], Colour.INK))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
