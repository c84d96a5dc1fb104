package io.brenier.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.measure.named.PlanarShape;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class EvenClustersTest {

    @Test
    void everyClusterHasAsManyPointsAndTheShapesMoments() {
        Points points = EvenClusters.of(PlanarShape.SQUARE_FOUR, 2_000, 3).orElseThrow();

        int right = 0;
        double mean = 0;
        double square = 0;
        for (int i = 0; i < points.rows(); i++) {
            if (points.at(i, 0) > 2.5) {
                right++;
                mean += points.at(i, 1) / 500;
                square += points.at(i, 1) * points.at(i, 1) / 500;
            }
        }

        assertThat(points.rows()).isEqualTo(2_000);
        assertThat(right).isEqualTo(500);
        assertThat(mean).isCloseTo(0, within(0.005));
        // The usual noise of .25; 500 independent draws would have it within .004.
        assertThat(square).isCloseTo(0.0625, within(0.002));
    }

    @Test
    void aShapeThatIsNoFewClustersHasNone() {
        assertThat(EvenClusters.of(PlanarShape.MOONS, 2_000, 0)).isEmpty();
    }
}
