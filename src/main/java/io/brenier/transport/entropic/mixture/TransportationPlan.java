package io.brenier.transport.entropic.mixture;

import java.util.Arrays;

/**
 * The optimal plan between two small sets of weights: min Σ Pᵢⱼ cᵢⱼ over P ≥ 0 with row sums a and column sums b, exactly, by successive
 * shortest paths with reduced costs (Ahuja, Magnanti and Orlin 1993, section 9.7).
 */
public final class TransportationPlan {

    private static final double RELATIVE_DUST = 1e-12;

    private final double[][] costs;
    private final double[] supply;
    private final double[] demand;
    private final double[][] plan;
    /** Of the rows, then of the columns: keeps every reduced cost at or above 0. */
    private final double[] potentials;

    private final double[] distances;
    private final int[] before;

    private TransportationPlan(double[] a, double[] b, double[][] costs) {
        this.costs = costs;
        this.supply = a.clone();
        this.demand = b.clone();
        this.plan = new double[a.length][b.length];
        this.potentials = new double[a.length + b.length];
        this.distances = new double[a.length + b.length];
        this.before = new int[a.length + b.length];
    }

    /**
     * P, [n][m].
     *
     * @param a weights of the rows, not negative
     * @param b weights of the columns, not negative, of the same sum up to rounding
     * @param costs c, [n][m], finite
     */
    public static double[][] between(double[] a, double[] b, double[][] costs) {
        TransportationPlan problem = new TransportationPlan(a, b, costs);
        problem.solve(RELATIVE_DUST * Arrays.stream(a).sum());
        return problem.plan;
    }

    private void solve(double dust) {
        int n = supply.length;
        for (int j = 0; j < demand.length; j++) {
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                least = Math.min(least, costs[i][j]);
            }
            potentials[n + j] = least;
        }
        while (true) {
            int end = shortestPath(dust);
            if (end < 0) {
                return;
            }
            augment(end);
        }
    }

    /** Dijkstra's from all rows with supply left to the nearest column with demand left; −1 if there is none. */
    private int shortestPath(double dust) {
        int n = supply.length;
        int size = n + demand.length;
        boolean[] done = new boolean[size];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        Arrays.fill(before, -1);
        for (int i = 0; i < n; i++) {
            if (supply[i] > dust) {
                distances[i] = 0;
            }
        }
        while (true) {
            int nearest = -1;
            for (int v = 0; v < size; v++) {
                if (!done[v] && distances[v] < (nearest < 0 ? Double.POSITIVE_INFINITY : distances[nearest])) {
                    nearest = v;
                }
            }
            if (nearest < 0) {
                return -1;
            }
            done[nearest] = true;
            if (nearest >= n && demand[nearest - n] > dust) {
                settle(distances[nearest]);
                return nearest;
            }
            relax(nearest, done, dust);
        }
    }

    private void relax(int from, boolean[] done, double dust) {
        int n = supply.length;
        if (from < n) {
            for (int j = 0; j < demand.length; j++) {
                relax(from, n + j, costs[from][j], done);
            }
        } else {
            for (int i = 0; i < n; i++) {
                if (plan[i][from - n] > dust) {
                    relax(from, i, -costs[i][from - n], done);
                }
            }
        }
    }

    private void relax(int from, int to, double cost, boolean[] done) {
        double reduced = Math.max(0, cost + potentials[from] - potentials[to]);
        if (!done[to] && distances[from] + reduced < distances[to]) {
            distances[to] = distances[from] + reduced;
            before[to] = from;
        }
    }

    private void settle(double reached) {
        for (int v = 0; v < potentials.length; v++) {
            potentials[v] += Math.min(distances[v], reached);
        }
    }

    /** Sends as much along the path as it takes. */
    private void augment(int end) {
        int n = supply.length;
        double amount = demand[end - n];
        int start = end;
        for (int v = end; before[v] >= 0; v = before[v]) {
            if (v < n) {
                amount = Math.min(amount, plan[v][before[v] - n]);
            }
            start = before[v];
        }
        amount = Math.min(amount, supply[start]);
        for (int v = end; before[v] >= 0; v = before[v]) {
            if (v < n) {
                plan[v][before[v] - n] -= amount;
            } else {
                plan[before[v]][v - n] += amount;
            }
        }
        supply[start] -= amount;
        demand[end - n] -= amount;
    }
}
