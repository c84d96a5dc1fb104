package io.brenier.transport.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.network.Potential.ValuesAndGradients;
import io.brenier.transport.tensor.Points;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels that serve, against the formulas in double. */
class PlainJavaKernelTest {

    private static final float TOLERANCE = 1e-5f;

    @ParameterizedTest
    @EnumSource
    void givesAPotentialAndItsGradientAsTheFormulasDo(Activation activation) {
        QuadraticMlpPotential f = Networks.potential(5, List.of(17, 11), activation, 21);
        Points x = Networks.points(20, 5, 22);
        ValuesAndGradients found = f.valuesAndGradients(x);
        for (int row = 0; row < x.rows(); row++) {
            double[] point = ReferenceNetwork.doubles(x.row(row));
            assertThat((double) found.values()[row])
                    .isCloseTo(ReferenceNetwork.potential(f, point), within(relative(found.values()[row])));
            double[] gradient = ReferenceNetwork.gradient(p -> ReferenceNetwork.potential(f, p), point);
            for (int i = 0; i < gradient.length; i++) {
                assertThat((double) found.gradients().at(row, i)).isCloseTo(gradient[i], within(relative(gradient[i])));
            }
        }
        assertThat(f.values(x)).isEqualTo(found.values());
        assertThat(f.gradients(x)).isEqualTo(found.gradients());
    }

    @ParameterizedTest
    @EnumSource
    void givesTheProductWithTheHessianAsTheFormulasDo(Activation activation) {
        QuadraticMlpPotential f = Networks.potential(5, List.of(17, 11), activation, 41);
        Points x = Networks.points(20, 5, 42);
        Points v = Networks.points(20, 5, 43);
        Points found = f.hessianProducts(x, v);
        for (int row = 0; row < x.rows(); row++) {
            double[] expected = ReferenceNetwork.hessianProduct(
                    p -> ReferenceNetwork.potential(f, p),
                    ReferenceNetwork.doubles(x.row(row)),
                    ReferenceNetwork.doubles(v.row(row)));
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) found.at(row, i)).isCloseTo(expected[i], within(10 * relative(expected[i])));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesAMapAsTheFormulasDo(Activation activation) {
        AffineMlpMap map = Networks.map(5, List.of(17, 11), activation, 23);
        Points y = Networks.points(20, 5, 24);
        Points image = map.apply(y);
        for (int row = 0; row < y.rows(); row++) {
            double[] expected = ReferenceNetwork.map(map, ReferenceNetwork.doubles(y.row(row)));
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) image.at(row, i)).isCloseTo(expected[i], within(relative(expected[i])));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16, 64})
    void givesARowTheSameBitsAloneAndAmongAThousand(int d) {
        QuadraticMlpPotential f = Networks.potential(d, List.of(33, 16), Activation.ELU, 25);
        AffineMlpMap map = Networks.map(d, List.of(33, 16), Activation.TANH, 26);
        Points x = Networks.points(1000, d, 27);
        ValuesAndGradients together = f.valuesAndGradients(x);
        Points mapped = map.apply(x);
        Points v = Networks.points(1000, d, 44);
        Points curved = f.hessianProducts(x, v);
        for (int row = 0; row < x.rows(); row++) {
            Points alone = x.slice(row, row + 1);
            ValuesAndGradients single = f.valuesAndGradients(alone);
            assertThat(single.values()[0]).isEqualTo(together.values()[row]);
            assertThat(single.gradients()).isEqualTo(together.gradients().slice(row, row + 1));
            assertThat(map.apply(alone)).isEqualTo(mapped.slice(row, row + 1));
            assertThat(f.hessianProducts(alone, v.slice(row, row + 1))).isEqualTo(curved.slice(row, row + 1));
        }
    }

    @Test
    void givesTheQuadraticAloneWithoutANetwork() {
        QuadraticMlpPotential f = new QuadraticMlpPotential(new float[] {2, 1, 1, 3}, new float[] {1, -1}, null);
        ValuesAndGradients found = f.valuesAndGradients(Points.ofRows(new float[] {1, 2}, new float[] {0, 0}));
        assertThat(found.values()).containsExactly(8, 0);
        assertThat(found.gradients().values()).containsExactly(5, 6, 1, -1);
        assertThat(f.hessianProducts(Points.ofRows(new float[] {1, 2}), Points.ofRows(new float[] {1, 2}))
                        .values())
                .containsExactly(4, 7);
        AffineMlpMap map = new AffineMlpMap(new float[] {2, 1, 0, 3}, new float[] {1, -1}, null);
        assertThat(map.apply(Points.ofRows(new float[] {1, 2})).values()).containsExactly(5, 5);
    }

    @Test
    void givesNoRowsForNoRows() {
        QuadraticMlpPotential f = Networks.potential(3, List.of(4), Activation.ELU, 28);
        assertThat(f.valuesAndGradients(Points.zeros(0, 3)).values()).isEmpty();
        assertThat(Networks.map(3, List.of(4), Activation.ELU, 29)
                        .apply(Points.zeros(0, 3))
                        .rows())
                .isZero();
    }

    @Test
    void refusesDirectionsThatAreNotOneForEachPoint() {
        QuadraticMlpPotential f = Networks.potential(3, List.of(4), Activation.ELU, 45);
        assertThatThrownBy(() -> f.hessianProducts(Points.zeros(2, 3), Points.zeros(1, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 directions for 2 points");
    }

    @Test
    void takesANetworkOfOneAffineLayer() {
        Mlp affine = new Mlp(List.of(new DenseLayer(new float[] {2, -3}, new float[] {5}, 2, 1)), Activation.ELU);
        QuadraticMlpPotential f = new QuadraticMlpPotential(new float[4], new float[2], affine);
        ValuesAndGradients found = f.valuesAndGradients(Points.ofRows(new float[] {1, 1}));
        assertThat(found.values()).containsExactly(4);
        assertThat(found.gradients().values()).containsExactly(2, -3);
        try (TrainablePotential engine = TrainablePotential.of(f)) {
            Points many = Networks.points(100_001, 2, 30);
            assertThat(engine.current().gradients(many)).isEqualTo(f.gradients(many));
        }
    }

    private static double relative(double value) {
        return TOLERANCE * Math.max(1, Math.abs(value));
    }
}
