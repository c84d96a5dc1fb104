package io.brenier.transport.entropic.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportationPlanTest {

    /** With equal weights a vertex of the polytope is a permutation: six of them for three by three. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheBestOfAllPermutations(long seed) {
        double[][] costs = costs(3, 3, seed);
        double[] weights = {1 / 3.0, 1 / 3.0, 1 / 3.0};
        int[][] permutations = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        double best = Arrays.stream(permutations)
                .mapToDouble(p -> (costs[0][p[0]] + costs[1][p[1]] + costs[2][p[2]]) / 3)
                .min()
                .orElseThrow();

        assertThat(value(TransportationPlan.between(weights, weights, costs), costs))
                .isCloseTo(best, within(1e-12));
    }

    /** The brute force of a 3 × 3 plan with any weights: four free entries on a fine grid. */
    @Test
    void isTheBestOfAGridOfPlans() {
        double[] a = {0.5, 0.3, 0.2};
        double[] b = {0.1, 0.3, 0.6};
        double[][] costs = costs(3, 3, 9);
        double best = Double.POSITIVE_INFINITY;
        for (int p = 0; p <= 1; p++) {
            for (int q = 0; q <= 3; q++) {
                for (int r = 0; r <= 1 - p; r++) {
                    for (int s = 0; s <= 3 - q; s++) {
                        double[][] plan = {
                            {p / 10.0, q / 10.0, 0.5 - (p + q) / 10.0},
                            {r / 10.0, s / 10.0, 0.3 - (r + s) / 10.0},
                            {(1 - p - r) / 10.0, (3 - q - s) / 10.0, 0.2 - (4 - p - r - q - s) / 10.0}
                        };
                        if (Arrays.stream(plan).flatMapToDouble(Arrays::stream).allMatch(mass -> mass > -1e-9)) {
                            best = Math.min(best, value(plan, costs));
                        }
                    }
                }
            }
        }

        assertThat(value(TransportationPlan.between(a, b, costs), costs)).isCloseTo(best, within(1e-9));
    }

    @Test
    void meetsItsMarginalsWithAsFewEntriesAsAVertexHas() {
        double[] a = weights(30, 1);
        double[] b = weights(40, 2);
        double[][] plan = TransportationPlan.between(a, b, costs(30, 40, 3));

        for (int i = 0; i < 30; i++) {
            assertThat(Arrays.stream(plan[i]).sum()).isCloseTo(a[i], within(1e-9));
        }
        for (int j = 0; j < 40; j++) {
            int column = j;
            assertThat(Arrays.stream(plan).mapToDouble(row -> row[column]).sum())
                    .isCloseTo(b[j], within(1e-9));
        }
        assertThat(Arrays.stream(plan)
                        .flatMapToDouble(Arrays::stream)
                        .filter(mass -> mass > 0)
                        .count())
                .isLessThan(70);
    }

    @Test
    void knowsWeightsThatAreZero() {
        double[][] plan = TransportationPlan.between(
                new double[] {1, 0}, new double[] {0.5, 0.5}, new double[][] {{1, 2}, {0, 0}});

        assertThat(plan[0]).containsExactly(0.5, 0.5);
        assertThat(plan[1]).containsExactly(0, 0);
    }

    private static double value(double[][] plan, double[][] costs) {
        double sum = 0;
        for (int i = 0; i < plan.length; i++) {
            for (int j = 0; j < plan[i].length; j++) {
                sum += plan[i][j] * costs[i][j];
            }
        }
        return sum;
    }

    private static double[][] costs(int rows, int columns, long seed) {
        Random random = new Random(seed);
        double[][] costs = new double[rows][];
        for (int i = 0; i < rows; i++) {
            costs[i] = random.doubles(columns, -1, 5).toArray();
        }
        return costs;
    }

    private static double[] weights(int count, long seed) {
        double[] weights = new Random(seed).doubles(count, 0.1, 1).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
}
