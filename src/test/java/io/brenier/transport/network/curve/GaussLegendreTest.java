package io.brenier.transport.network.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussLegendreTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 20, 64})
    void integratesPowersUpToTwiceItsNodesExactly(int n) {
        double[][] rule = GaussLegendre.rule(n);
        for (int power = 0; power < 2 * n; power++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += rule[1][i] * Math.pow(rule[0][i], power);
            }
            assertThat(sum).isCloseTo(1.0 / (power + 1), within(1e-13));
        }
    }
}
