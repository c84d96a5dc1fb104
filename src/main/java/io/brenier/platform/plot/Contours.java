package io.brenier.platform.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The areas of a grid where a function is at least some value: closed lines by marching squares, linear between neighbouring nodes. Where opposite corners
 * of a cell are inside and the others are not, the mean of the four says whether the inside is joined.
 */
public final class Contours {

    private final double[] values;
    private final int columns;
    private final int rows;

    /** @param values at the nodes, row by row, [rows, columns], both at least 2 */
    public Contours(double[] values, int columns, int rows) {
        if (columns < 2 || rows < 2 || values.length != columns * rows) {
            throw new IllegalArgumentException(
                    "%d values are no grid of %d × %d nodes".formatted(values.length, columns, rows));
        }
        this.values = values.clone();
        this.columns = columns;
        this.rows = rows;
    }

    /** The boundary of {v ≥ level}, in units of columns and rows; the grid's own edge bounds it too. */
    public List<Polyline> atLeast(double level) {
        Map<Edge, Edge> next = new LinkedHashMap<>();
        // A ring of nodes around the grid is outside of everything, so that every line closes.
        for (int row = -1; row < rows; row++) {
            for (int column = -1; column < columns; column++) {
                cross(column, row, level, next);
            }
        }
        List<Polyline> rings = new ArrayList<>();
        while (!next.isEmpty()) {
            rings.add(ring(next, level));
        }
        return rings;
    }

    /** The lines through a cell lead from where its boundary, walked around, leaves the inside to where it enters it again. */
    private void cross(int column, int row, double level, Map<Edge, Edge> next) {
        int[][] corners = {{column, row}, {column + 1, row}, {column + 1, row + 1}, {column, row + 1}};
        boolean[] inside = new boolean[4];
        int transitions = 0;
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            double value = value(corners[k][0], corners[k][1]);
            inside[k] = value >= level;
            sum += value;
        }
        for (int k = 0; k < 4; k++) {
            transitions += inside[k] != inside[(k + 1) % 4] ? 1 : 0;
        }
        boolean joined = sum / 4 >= level;
        for (int exit = 0; exit < 4; exit++) {
            if (inside[exit] && !inside[(exit + 1) % 4]) {
                int entry = transitions == 4 ? (exit + (joined ? 1 : 3)) % 4 : entry(inside);
                next.put(edge(corners, exit), edge(corners, entry));
            }
        }
    }

    private static int entry(boolean[] inside) {
        for (int k = 0; k < 4; k++) {
            if (!inside[k] && inside[(k + 1) % 4]) {
                return k;
            }
        }
        throw new IllegalStateException("a line that leaves the inside of a cell enters it again");
    }

    private static Edge edge(int[][] corners, int k) {
        int[] a = corners[k];
        int[] b = corners[(k + 1) % 4];
        return a[0] + a[1] < b[0] + b[1] ? new Edge(a[0], a[1], b[0], b[1]) : new Edge(b[0], b[1], a[0], a[1]);
    }

    private Polyline ring(Map<Edge, Edge> next, double level) {
        List<double[]> points = new ArrayList<>();
        Edge at = next.keySet().iterator().next();
        for (Edge to = next.remove(at); to != null; to = next.remove(at)) {
            points.add(crossing(at, level));
            at = to;
        }
        return new Polyline(
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }

    private double[] crossing(Edge edge, double level) {
        double a = value(edge.column1, edge.row1);
        double b = value(edge.column2, edge.row2);
        double part = Double.isInfinite(a) ? 1 : Double.isInfinite(b) ? 0 : (level - a) / (b - a);
        return new double[] {
            edge.column1 + part * (edge.column2 - edge.column1), edge.row1 + part * (edge.row2 - edge.row1)
        };
    }

    private double value(int column, int row) {
        return column < 0 || row < 0 || column >= columns || row >= rows
                ? Double.NEGATIVE_INFINITY
                : values[row * columns + column];
    }

    private record Edge(int column1, int row1, int column2, int row2) {}
}
