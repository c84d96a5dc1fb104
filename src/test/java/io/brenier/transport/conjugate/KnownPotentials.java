package io.brenier.transport.conjugate;

import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;
import java.util.Random;

/** Convex functions whose conjugates are known. */
final class KnownPotentials {

    private KnownPotentials() {}

    /** f(x) = ½ xᵀAx with A = I + GGᵀ/2d, so that x̂ = A⁻¹y. */
    static Quadratic quadratic(int dimension, long seed) {
        Random random = new Random(seed);
        double[][] g = new double[dimension][dimension];
        for (double[] row : g) {
            for (int k = 0; k < dimension; k++) {
                row[k] = random.nextGaussian();
            }
        }
        double[][] a = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                a[i][j] = i == j ? 1 : 0;
                for (int k = 0; k < dimension; k++) {
                    a[i][j] += g[i][k] * g[j][k] / (2 * dimension);
                }
            }
        }
        return new Quadratic(a);
    }

    static Quadratic halfSquaredNorm(int dimension) {
        return squaredNorm(dimension, 1);
    }

    /** f(x) = ½ a |x|². */
    static Quadratic squaredNorm(int dimension, double curvature) {
        double[][] matrix = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            matrix[i][i] = curvature;
        }
        return new Quadratic(matrix);
    }

    /** f(x) = log Σ e^{x_k} + .05 |x|². */
    static Potential logSumExp(int dimension) {
        return logSumExp(dimension, 1, 0.1, 0);
    }

    /** f(x) = 1000 + log Σ e^{4 x_k} / 4 + .005 |x|²: flat in most directions, and so high that float values hide small decreases. */
    static Potential highAndFlat(int dimension) {
        return logSumExp(dimension, 4, 0.01, 1_000);
    }

    /** f(x) = h + log Σ e^{s x_k} / s + c |x|² / 2. */
    private static Potential logSumExp(int dimension, double sharpness, double curvature, double height) {
        return new RowWise(dimension) {
            @Override
            double evaluate(double[] x, double[] gradient) {
                double largest = Double.NEGATIVE_INFINITY;
                for (double value : x) {
                    largest = Math.max(largest, value);
                }
                double sum = 0;
                double squares = 0;
                for (double value : x) {
                    sum += Math.exp(sharpness * (value - largest));
                    squares += value * value;
                }
                for (int k = 0; k < x.length; k++) {
                    gradient[k] = Math.exp(sharpness * (x[k] - largest)) / sum + curvature * x[k];
                }
                return height + largest + Math.log(sum) / sharpness + curvature / 2 * squares;
            }

            @Override
            void curve(double[] x, double[] v, double[] product) {
                double[] shares = new double[x.length];
                evaluate(x, shares);
                double mean = 0;
                for (int k = 0; k < x.length; k++) {
                    shares[k] -= curvature * x[k];
                    mean += shares[k] * v[k];
                }
                for (int k = 0; k < x.length; k++) {
                    product[k] = sharpness * shares[k] * (v[k] - mean) + curvature * v[k];
                }
            }
        };
    }

    /** A slope of 1 that no value shows, as where rounding hides it altogether. */
    static Potential withAHiddenSlope() {
        return new RowWise(1) {
            @Override
            double evaluate(double[] x, double[] gradient) {
                gradient[0] = 1;
                return 0;
            }

            @Override
            void curve(double[] x, double[] v, double[] product) {
                product[0] = 0;
            }
        };
    }

    /** f(x) = log(1 + e^x). */
    static Potential softplus() {
        return new RowWise(1) {
            @Override
            double evaluate(double[] x, double[] gradient) {
                gradient[0] = 1 / (1 + Math.exp(-x[0]));
                return Math.max(x[0], 0) + Math.log1p(Math.exp(-Math.abs(x[0])));
            }

            @Override
            void curve(double[] x, double[] v, double[] product) {
                double rising = 1 / (1 + Math.exp(-x[0]));
                product[0] = rising * (1 - rising) * v[0];
            }
        };
    }

    /** f(x) = ¼ (x² − 1)². */
    static Potential twoValleys() {
        return new RowWise(1) {
            @Override
            double evaluate(double[] x, double[] gradient) {
                double height = x[0] * x[0] - 1;
                gradient[0] = height * x[0];
                return height * height / 4;
            }

            @Override
            void curve(double[] x, double[] v, double[] product) {
                product[0] = (3 * x[0] * x[0] - 1) * v[0];
            }
        };
    }

    /** f(x) = ½ |x|² − 60 exp(−|x − c|²/4) with c = (6, 0): where samples end, nothing keeps a learned potential from such a hole. */
    static Potential withAHole() {
        return new RowWise(2) {
            @Override
            double evaluate(double[] x, double[] gradient) {
                double hole = hole(x);
                gradient[0] = x[0] + hole * (x[0] - 6) / 2;
                gradient[1] = x[1] + hole * x[1] / 2;
                return (x[0] * x[0] + x[1] * x[1]) / 2 - hole;
            }

            @Override
            void curve(double[] x, double[] v, double[] product) {
                double hole = hole(x);
                double along = (x[0] - 6) * v[0] + x[1] * v[1];
                product[0] = v[0] + hole / 2 * v[0] - hole / 4 * along * (x[0] - 6);
                product[1] = v[1] + hole / 2 * v[1] - hole / 4 * along * x[1];
            }

            private double hole(double[] x) {
                return 60 * Math.exp(-((x[0] - 6) * (x[0] - 6) + x[1] * x[1]) / 4);
            }
        };
    }

    private abstract static class RowWise implements Potential {

        private final int dimension;

        RowWise(int dimension) {
            this.dimension = dimension;
        }

        abstract double evaluate(double[] x, double[] gradient);

        /** The Hessian at x times v. */
        abstract void curve(double[] x, double[] v, double[] product);

        @Override
        public int dimension() {
            return dimension;
        }

        @Override
        public float[] values(Points x) {
            return valuesAndGradients(x).values();
        }

        @Override
        public Points gradients(Points x) {
            return valuesAndGradients(x).gradients();
        }

        @Override
        public ValuesAndGradients valuesAndGradients(Points x) {
            float[] values = new float[x.rows()];
            float[] gradients = new float[x.rows() * dimension];
            double[] row = new double[dimension];
            double[] gradient = new double[dimension];
            for (int i = 0; i < x.rows(); i++) {
                for (int k = 0; k < dimension; k++) {
                    row[k] = x.at(i, k);
                }
                values[i] = (float) evaluate(row, gradient);
                for (int k = 0; k < dimension; k++) {
                    gradients[i * dimension + k] = (float) gradient[k];
                }
            }
            return new ValuesAndGradients(values, Points.of(gradients, x.rows(), dimension));
        }

        @Override
        public Points hessianProducts(Points x, Points v) {
            float[] products = new float[x.rows() * dimension];
            double[] row = new double[dimension];
            double[] direction = new double[dimension];
            double[] product = new double[dimension];
            for (int i = 0; i < x.rows(); i++) {
                for (int k = 0; k < dimension; k++) {
                    row[k] = x.at(i, k);
                    direction[k] = v.at(i, k);
                }
                curve(row, direction, product);
                for (int k = 0; k < dimension; k++) {
                    products[i * dimension + k] = (float) product[k];
                }
            }
            return Points.of(products, x.rows(), dimension);
        }
    }

    static final class Quadratic extends RowWise {

        private final double[][] a;

        private Quadratic(double[][] a) {
            super(a.length);
            this.a = a;
        }

        @Override
        double evaluate(double[] x, double[] gradient) {
            double value = 0;
            for (int i = 0; i < x.length; i++) {
                gradient[i] = 0;
                for (int j = 0; j < x.length; j++) {
                    gradient[i] += a[i][j] * x[j];
                }
                value += gradient[i] * x[i] / 2;
            }
            return value;
        }

        @Override
        void curve(double[] x, double[] v, double[] product) {
            evaluate(v, product);
        }
    }

    /** Counts the rows that a solver asks for. */
    static final class Counting implements Potential {

        private final Potential counted;
        private int rowsEvaluated;

        Counting(Potential counted) {
            this.counted = counted;
        }

        int rowsEvaluated() {
            return rowsEvaluated;
        }

        @Override
        public int dimension() {
            return counted.dimension();
        }

        @Override
        public float[] values(Points x) {
            rowsEvaluated += x.rows();
            return counted.values(x);
        }

        @Override
        public Points gradients(Points x) {
            rowsEvaluated += x.rows();
            return counted.gradients(x);
        }

        @Override
        public ValuesAndGradients valuesAndGradients(Points x) {
            rowsEvaluated += x.rows();
            return counted.valuesAndGradients(x);
        }

        @Override
        public Points hessianProducts(Points x, Points v) {
            rowsEvaluated += x.rows();
            return counted.hessianProducts(x, v);
        }
    }
}
