package io.brenier.transport.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.conjugate.RowStatus;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class SwappedDualPotentialsTest {

    /** g(y) = ½ yᵀAy with A = (2 .5; .5 1); ∇g* is the amortizer, exactly. */
    private static final DualPotentials LEARNED = learned(new float[] {2, 0.5f, 0.5f, 1});

    private static final DualPotentials SWAPPED = new SwappedDualPotentials(LEARNED);
    private static final Points POINTS = Points.ofRows(new float[] {1, 2}, new float[] {-0.5f, 0.3f});

    @Test
    void exchangesTheDirections() {
        assertThat(SWAPPED.transport(POINTS, Direction.FORWARD))
                .isEqualTo(LEARNED.transport(POINTS, Direction.INVERSE));
        assertThat(SWAPPED.transport(POINTS, Direction.INVERSE))
                .isEqualTo(LEARNED.transport(POINTS, Direction.FORWARD));
        assertThat(SWAPPED.potential(POINTS, Direction.INVERSE))
                .isEqualTo(LEARNED.potential(POINTS, Direction.FORWARD));
        assertThat(SWAPPED.dimension()).isEqualTo(2);
    }

    @Test
    void hasItsInverseExactly() {
        Points y = Points.ofRows(new float[] {1, 2}, new float[] {Float.NaN, 0});

        ConjugateResult refined = SWAPPED.refineInverse(y, LbfgsSpec.REFINED);

        assertThat(refined.statuses()).containsExactly(RowStatus.CONVERGED, RowStatus.NON_FINITE);
        assertThat(refined.iterations()).containsOnly(0);
        assertThat(refined.argmins().row(0))
                .isEqualTo(LEARNED.transport(y, Direction.FORWARD).row(0));
    }

    @Test
    void multipliesWithTheInverseHessian() {
        Points product = SWAPPED.hessianProducts(POINTS, Points.ofRows(new float[] {1, 0}, new float[] {0, 1}));

        // A⁻¹ = (1 −.5; −.5 2) / 1.75
        assertThat((double) product.at(0, 0)).isCloseTo(1 / 1.75, within(1e-5));
        assertThat((double) product.at(0, 1)).isCloseTo(-0.5 / 1.75, within(1e-5));
        assertThat((double) product.at(1, 0)).isCloseTo(-0.5 / 1.75, within(1e-5));
        assertThat((double) product.at(1, 1)).isCloseTo(2 / 1.75, within(1e-5));
    }

    @Test
    void hasNoHessianWhereTheLearnedPotentialIsNotConvex() {
        DualPotentials concave = new SwappedDualPotentials(learned(new float[] {-1, 0, 0, -1}));

        Points product = concave.hessianProducts(POINTS, POINTS);

        assertThat(product.at(0, 0)).isNaN();
    }

    private static DualPotentials learned(float[] matrix) {
        float determinant = matrix[0] * matrix[3] - matrix[1] * matrix[2];
        float[] inverse = {
            matrix[3] / determinant, -matrix[1] / determinant, -matrix[2] / determinant, matrix[0] / determinant
        };
        return new StandardizedDualPotentials(
                Standardization.identity(2),
                Standardization.identity(2),
                new QuadraticMlpPotential(matrix, new float[2], null),
                new AffineMlpMap(inverse, new float[2], null));
    }
}
