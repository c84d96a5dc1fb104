package io.brenier.transport.dual.batch;

import static io.brenier.transport.dual.batch.CouplingTest.uniform;
import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.tensor.Points;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighbourOrderTest {

    @Test
    void itHoldsEveryRowOnce() {
        for (int rows : new int[] {0, 1, 2, 3, 7, 1000, 40_000}) {
            NeighbourOrder.Halved halved = NeighbourOrder.of(uniform(rows, 3, 1));
            assertHoldsEveryRow(halved.rows(), rows);
            for (int others : new int[] {0, 1, 5, 999, 50_000}) {
                assertHoldsEveryRow(halved.following(uniform(others, 3, 2)), others);
            }
        }
    }

    @Test
    void neighboursLieCloseTogether() {
        // Large enough for nodes to be copied together on the way.
        int rows = 100_000;
        Points points = uniform(rows, 2, 1);
        int[] order = NeighbourOrder.of(points).rows();
        double sum = 0;
        for (int i = 1; i < rows; i++) {
            sum += distance(points, order[i], points, order[i - 1]);
        }
        // Two independent points of the unit square are .52 apart, the nearest of so many .0016.
        assertThat(sum / rows).isLessThan(0.005);
    }

    @Test
    void otherPointsFollowToThePlacesOfThoseNearToThem() {
        Points points = uniform(100_000, 2, 1);
        Points others = uniform(50_000, 2, 2);
        NeighbourOrder.Halved halved = NeighbourOrder.of(points);
        int[] following = halved.following(others);
        double sum = 0;
        for (int i = 0; i < 50_000; i++) {
            sum += distance(others, following[i], points, halved.rows()[2 * i]);
        }
        assertThat(sum / 50_000).isLessThan(0.02);
    }

    @Test
    void equalPointsAreOrderedToo() {
        assertHoldsEveryRow(NeighbourOrder.of(Points.zeros(5000, 4)).rows(), 5000);
    }

    private static void assertHoldsEveryRow(int[] order, int rows) {
        assertThat(IntStream.of(order).sorted().toArray())
                .containsExactly(IntStream.range(0, rows).toArray());
    }

    private static double distance(Points a, int i, Points b, int j) {
        return Math.hypot(a.at(i, 0) - b.at(j, 0), a.at(i, 1) - b.at(j, 1));
    }
}
