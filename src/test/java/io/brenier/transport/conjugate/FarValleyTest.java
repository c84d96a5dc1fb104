package io.brenier.transport.conjugate;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;
import java.util.List;
import org.junit.jupiter.api.Test;

class FarValleyTest {

    private static final Points Y = Points.ofRows(new float[] {0.75f, 0}, new float[] {-0.5f, 0.5f});
    private static final Points GUESSES = Points.ofRows(new float[] {1.5f, 0}, new float[] {-0.4f, 0.4f});

    @Test
    void isFoundWhereASearchFallsIntoAHole() {
        List<FarValley> found = FarValley.search(KnownPotentials.withAHole(), Y, GUESSES);

        assertThat(found).singleElement().satisfies(valley -> {
            assertThat(valley.y()).containsExactly(0.75f, 0);
            assertThat(valley.guess()).containsExactly(1.5f, 0);
            assertThat(valley.bottom()[0]).isBetween(5f, 7f);
        });
    }

    @Test
    void isNotFoundWhereThePotentialIsConvex() {
        assertThat(FarValley.search(KnownPotentials.halfSquaredNorm(2), Y, GUESSES))
                .isEmpty();
    }

    @Test
    void isTooDeepInTheHoleAndNotWithoutIt() {
        FarValley valley =
                FarValley.search(KnownPotentials.withAHole(), Y, GUESSES).getFirst();

        assertThat(isTooDeep(valley, KnownPotentials.withAHole())).isTrue();
        assertThat(isTooDeep(valley, KnownPotentials.halfSquaredNorm(2))).isFalse();
    }

    /** f = c |x|²/2 rises from its least point x₀ = 0 by c |b|²/2. */
    @Test
    void isMeasuredAgainstATenthOfTheUsualCurvature() {
        FarValley valley = new FarValley(new float[2], new float[2], new float[] {4, 3});

        assertThat(isTooDeep(valley, KnownPotentials.squaredNorm(2, 0.09))).isTrue();
        assertThat(isTooDeep(valley, KnownPotentials.squaredNorm(2, 0.11))).isFalse();
    }

    /** f = ½ |x|² · 10⁻⁴: from 0 the search for the conjugate at y goes to 10⁴ y. */
    @Test
    void isNotFartherAwayThanSamplesCanBe() {
        Potential flat = KnownPotentials.squaredNorm(2, 1e-4);
        List<FarValley> found = FarValley.search(flat, Points.ofRows(new float[] {0.3f, 0.4f}), Points.zeros(1, 2));

        assertThat(found).singleElement().satisfies(valley -> {
            float length = (float) Math.sqrt(16 * 2);
            assertThat(valley.bottom())
                    .usingComparatorWithPrecision(1e-2f)
                    .containsExactly(0.6f * length, 0.8f * length);
            assertThat(isTooDeep(valley, flat)).isTrue();
        });
    }

    private static boolean isTooDeep(FarValley valley, Potential f) {
        float[] values = f.values(Points.ofRows(valley.bottom(), valley.guess()));
        return valley.isTooDeep(values[0], values[1]);
    }
}
