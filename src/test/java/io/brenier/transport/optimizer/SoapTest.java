package io.brenier.transport.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.network.Activation;
import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.DenseLayer;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.TrainableMap;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SOAP against its formulas in double, the first moment kept unrotated, over a refresh of the bases. */
class SoapTest {

    private static final int N = 4;
    private static final int STEPS = 16;
    private static final double RATE = 0.01;
    private static final double DECAY = 0.1;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.95;

    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void doesNotMoveAtTheFirstStep() {
        double[][] weights = normal(0);
        DenseLayer layer = new DenseLayer(floats(weights), N, N);
        AffineMlpMap linear = new AffineMlpMap(new float[N * N], new float[N], new Mlp(List.of(layer), Activation.ELU));
        try (TrainableMap map = TrainableMap.of(linear);
                Optimizer soap = Optimizer.of(OptimizerSpec.defaults(OptimizerSpec.Type.SOAP), map.parameters());
                ParameterGradient g = map.parameterGradient(
                        Points.of(floats(identity()), N, N), Points.of(floats(normal(0)), N, N))) {
            soap.step(g, RATE);
            assertThat(map.parameters().download()).isEqualTo(floats(weights));
            soap.step(g, RATE);
            assertThat(map.parameters().download()).isNotEqualTo(floats(weights));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stepsAsItsFormulasSay(boolean onVectors) {
        double[][] weights = normal(0);
        DenseLayer layer = new DenseLayer(floats(weights), N, N);
        AffineMlpMap linear = new AffineMlpMap(new float[N * N], new float[N], new Mlp(List.of(layer), Activation.ELU));
        OptimizerSpec spec =
                new OptimizerSpec(OptimizerSpec.Type.SOAP, RATE, BETA1, BETA2, DECAY, 0, Schedule.CONSTANT, 1, 0);
        Reference reference = new Reference(weights);
        try (TrainableMap map = TrainableMap.of(linear);
                Optimizer soap = new FlatOptimizer(
                        map.parameters(),
                        onVectors ? new VectorSoapRule(spec, map.parameters()) : new SoapRule(spec, map.parameters()),
                        null)) {
            for (int t = 1; t <= STEPS; t++) {
                // With the identity as points, the gradient is the matrix of cotangents.
                double[][] gradient = normal(3);
                Points points = Points.of(floats(identity()), N, N);
                try (ParameterGradient g = map.parameterGradient(points, Points.of(floats(gradient), N, N))) {
                    soap.step(g, RATE);
                }
                reference.step(gradient, t);
            }
            float[] found = map.parameters().download();
            float[] expected = floats(reference.weights);
            for (int i = 0; i < found.length; i++) {
                assertThat(found[i]).isCloseTo(expected[i], within(2e-5f));
            }
        }
    }

    private static final class Reference {

        private double[][] weights;
        private double[][] left = new double[N][N];
        private double[][] right = new double[N][N];
        private double[][] leftBasis = identity();
        private double[][] rightBasis = identity();
        private double[][] first = new double[N][N];
        private double[][] second = new double[N][N];

        private Reference(double[][] weights) {
            this.weights = weights;
        }

        private void step(double[][] g, int t) {
            if (t > 1) {
                move(g, t - 1);
            }
            left = each(left, product(g, transposed(g)), (p, now) -> 0.95 * p + 0.05 * now);
            right = each(right, product(transposed(g), g), (p, now) -> 0.95 * p + 0.05 * now);
            if (t == 1) {
                leftBasis = matrix(Orthonormal.eigenvectors(floats(left), N));
                rightBasis = matrix(Orthonormal.eigenvectors(floats(right), N));
            }
            if (t == 10) {
                leftBasis = orthonormalised(product(left, leftBasis));
            }
            if (t == 9) {
                rightBasis = orthonormalised(product(right, rightBasis));
            }
        }

        private void move(double[][] g, int t) {
            double[][] turned = product(product(transposed(leftBasis), g), rightBasis);
            first = each(first, g, (m, now) -> BETA1 * m + (1 - BETA1) * now);
            second = each(second, turned, (v, now) -> BETA2 * v + (1 - BETA2) * now * now);
            double[][] moment = product(product(transposed(leftBasis), first), rightBasis);
            double[][] direction = each(
                    moment,
                    second,
                    (m, v) -> m / (1 - Math.pow(BETA1, t)) / (Math.sqrt(v / (1 - Math.pow(BETA2, t))) + 1e-8));
            double[][] update = product(product(leftBasis, direction), transposed(rightBasis));
            weights = each(weights, update, (w, u) -> (1 - RATE * DECAY) * w - RATE * u);
        }
    }

    /** By Gram and Schmidt. */
    private static double[][] orthonormalised(double[][] a) {
        double[][] rows = transposed(a);
        for (int j = 0; j < N; j++) {
            for (int i = 0; i < j; i++) {
                double along = dot(rows[i], rows[j]);
                for (int k = 0; k < N; k++) {
                    rows[j][k] -= along * rows[i][k];
                }
            }
            double norm = Math.sqrt(dot(rows[j], rows[j]));
            for (int k = 0; k < N; k++) {
                rows[j][k] /= norm;
            }
        }
        return transposed(rows);
    }

    private static double[][] each(double[][] a, double[][] b, DoubleBinaryOperator function) {
        double[][] result = new double[N][N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                result[i][j] = function.applyAsDouble(a[i][j], b[i][j]);
            }
        }
        return result;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] columns = transposed(b);
        double[][] result = new double[N][N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                result[i][j] = dot(a[i], columns[j]);
            }
        }
        return result;
    }

    private static double[][] transposed(double[][] a) {
        double[][] result = new double[N][N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                result[j][i] = a[i][j];
            }
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < N; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static double[][] identity() {
        double[][] identity = new double[N][N];
        for (int i = 0; i < N; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    /** Normal entries, rounded to float as the engine has them, with something added on the diagonal. */
    private double[][] normal(float diagonal) {
        double[][] matrix = new double[N][N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                matrix[i][j] = (float) random.nextGaussian() + (i == j ? diagonal : 0);
            }
        }
        return matrix;
    }

    private static double[][] matrix(float[] values) {
        double[][] matrix = new double[N][N];
        for (int i = 0; i < values.length; i++) {
            matrix[i / N][i % N] = values[i];
        }
        return matrix;
    }

    private static float[] floats(double[][] matrix) {
        float[] values = new float[N * N];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) matrix[i / N][i % N];
        }
        return values;
    }
}
