package io.brenier.transport.network.graph;

import io.brenier.transport.network.curve.Curve;
import io.brenier.transport.tensor.Elementwise;
import io.brenier.transport.tensor.RowProducts;

/**
 * The algebra in plain Java: a matrix is an array of rows, and every row is computed in one and the same order, whatever its neighbours.
 * Products with a single column are added up in double. Immutable.
 */
final class RowAlgebra implements Algebra<float[][]> {

    private final float[][][] rows;
    private final float[][][] columns;

    RowAlgebra(NetworkGraph graph, float[] parameters) {
        int count = graph.weights().size();
        rows = new float[count][][];
        columns = new float[count][][];
        for (int k = 0; k < count; k++) {
            Weight weight = graph.weights().get(k);
            float[] values = graph.effective(weight, parameters);
            rows[k] = new float[weight.rows()][weight.columns()];
            columns[k] = new float[weight.columns()][weight.rows()];
            for (int i = 0; i < weight.rows(); i++) {
                for (int j = 0; j < weight.columns(); j++) {
                    rows[k][i][j] = values[i * weight.columns() + j];
                    columns[k][j][i] = rows[k][i][j];
                }
            }
        }
    }

    @Override
    public float[][] product(float[][] x, int weight) {
        return multiplied(x, rows[weight], columns[weight], new float[x.length][columns[weight].length]);
    }

    @Override
    public float[][] affine(float[][] x, int weight, int bias) {
        float[][] y = new float[x.length][];
        for (int r = 0; r < y.length; r++) {
            y[r] = rows[bias][0].clone();
        }
        return multiplied(x, rows[weight], columns[weight], y);
    }

    @Override
    public float[][] productTransposed(float[][] y, int weight) {
        return multiplied(y, columns[weight], rows[weight], new float[y.length][rows[weight].length]);
    }

    private static float[][] multiplied(float[][] x, float[][] matrix, float[][] transposed, float[][] y) {
        if (transposed.length == 1) {
            for (int r = 0; r < x.length; r++) {
                y[r][0] = (float) (y[r][0] + RowProducts.dot(x[r], transposed[0]));
            }
        } else {
            RowProducts.addProduct(x, x.length, matrix, y);
        }
        return y;
    }

    @Override
    public float[][] addRow(float[][] x, int row) {
        float[][] y = copy(x);
        for (float[] values : y) {
            Elementwise.add(values, rows[row][0]);
        }
        return y;
    }

    @Override
    public float[][] timesRow(float[][] x, int row) {
        float[][] y = copy(x);
        for (float[] values : y) {
            times(values, rows[row][0]);
        }
        return y;
    }

    @Override
    public float[][] add(float[][] a, float[][] b) {
        float[][] sum = copy(a);
        for (int r = 0; r < sum.length; r++) {
            Elementwise.add(sum[r], b[r]);
        }
        return sum;
    }

    @Override
    public float[][] multiply(float[][] a, float[][] b) {
        float[][] product = copy(a);
        for (int r = 0; r < product.length; r++) {
            times(product[r], b[r]);
        }
        return product;
    }

    @Override
    public float[][] scale(float[][] a, double factor) {
        float[][] scaled = copy(a);
        for (float[] values : scaled) {
            times(values, (float) factor);
        }
        return scaled;
    }

    @Override
    public float[][] apply(Curve curve, float[][] a) {
        float[][] h = copy(a);
        for (float[] values : h) {
            curve.apply(values);
        }
        return h;
    }

    @Override
    public float[][] timesSlope(Curve curve, float[][] a, float[][] h, float[][] delta) {
        float[][] result = copy(delta);
        for (int r = 0; r < result.length; r++) {
            curve.timesSlope(result[r], a[r], h[r]);
        }
        return result;
    }

    @Override
    public float[][] timesCurvature(Curve curve, float[][] a, float[][] delta) {
        float[][] result = copy(delta);
        for (int r = 0; r < result.length; r++) {
            curve.timesCurvature(result[r], a[r]);
        }
        return result;
    }

    @Override
    public float[][] groupSum(float[][] a, int size) {
        float[][] sums = new float[a.length][];
        for (int r = 0; r < a.length; r++) {
            sums[r] = new float[a[r].length / size];
            for (int j = 0; j < sums[r].length; j++) {
                double sum = 0;
                for (int i = j * size; i < (j + 1) * size; i++) {
                    sum += a[r][i];
                }
                sums[r][j] = (float) sum;
            }
        }
        return sums;
    }

    @Override
    public float[][] spread(float[][] a, int size) {
        float[][] spread = new float[a.length][];
        for (int r = 0; r < a.length; r++) {
            spread[r] = new float[a[r].length * size];
            for (int i = 0; i < spread[r].length; i++) {
                spread[r][i] = a[r][i / size];
            }
        }
        return spread;
    }

    @Override
    public float[][] rowDots(float[][] a, float[][] b) {
        float[][] dots = new float[a.length][1];
        for (int r = 0; r < a.length; r++) {
            dots[r][0] = (float) RowProducts.dot(a[r], b[r]);
        }
        return dots;
    }

    @Override
    public float[][] timesColumn(float[][] a, float[][] column) {
        float[][] product = copy(a);
        for (int r = 0; r < product.length; r++) {
            times(product[r], column[r][0]);
        }
        return product;
    }

    private static void times(float[] a, float[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= b[i];
        }
    }

    private static void times(float[] a, float factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
    }

    private static float[][] copy(float[][] a) {
        float[][] copy = new float[a.length][];
        for (int r = 0; r < a.length; r++) {
            copy[r] = a[r].clone();
        }
        return copy;
    }
}
