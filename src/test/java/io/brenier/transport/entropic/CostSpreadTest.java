package io.brenier.transport.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class CostSpreadTest {

    @Test
    void isTheDeviationOverAllPairs() {
        Points x = GaussianSamples.isotropic(30, 1, 1, 1, -2, 0.5);
        Points y = GaussianSamples.isotropic(20, 2, 2, 0, 3, 0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 20; j++) {
                double cost = 0;
                for (int k = 0; k < 3; k++) {
                    cost += Math.pow((double) x.at(i, k) - y.at(j, k), 2) / 2;
                }
                sum += cost / 600;
                squares += cost * cost / 600;
            }
        }

        assertThat(CostSpread.of(x, y)).isCloseTo(Math.sqrt(squares - sum * sum), within(1e-9));
    }

    @Test
    void isZeroWhereEveryPairCostsTheSame() {
        Points point = Points.ofRows(new float[] {1, 2}, new float[] {1, 2});

        assertThat(CostSpread.of(point, Points.ofRows(new float[] {0, 0}))).isCloseTo(0, within(1e-7));
    }
}
