package io.brenier.transport.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.TensorScope;
import java.nio.DoubleBuffer;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every written-out derivative against central differences, in double on the engine. */
class WrittenOutGradientTest {

    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-6;
    private static final int ROWS = 6;
    private static final int D = 4;
    private static final List<Integer> HIDDEN = List.of(7, 6, 5);

    @ParameterizedTest
    @EnumSource
    void ofAPotentialByItsPoint(Activation activation) {
        try (TrainableQuadraticMlp f =
                        TrainableQuadraticMlp.of(Networks.potential(D, HIDDEN, activation, 31), DataType.FLOAT64);
                TensorScope scope = TensorScope.open()) {
            NDArray x = doubles(f, Networks.points(ROWS, D, 32));
            double[] found = f.gradients(x).toDoubleArray();
            // Rows are independent, so that the sum of all values has each row's gradient.
            assertClose(found, differences(x, () -> f.values(x).sum().getDouble()));
            assertClose(f.valuesAndGradients(x).get(1).toDoubleArray(), found);
            scope.keep(x);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAPotentialByItsParameters(Activation activation) {
        float[] weights = Networks.normal(ROWS, 33);
        Points points = Networks.points(ROWS, D, 34);
        try (TrainableQuadraticMlp f =
                        TrainableQuadraticMlp.of(Networks.potential(D, HIDDEN, activation, 35), DataType.FLOAT64);
                ParameterGradient found = f.parameterGradient(points, weights);
                TensorScope scope = TensorScope.open()) {
            NDArray x = doubles(f, points);
            double[] expected = differences(
                    f.parameters().values(), () -> inner(weights, f.values(x).toDoubleArray()));
            assertClose(found.values().toDoubleArray(), expected);
            scope.keep(x);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAGradientByTheParameters(Activation activation) {
        Points cotangents = Networks.points(ROWS, D, 51);
        Points points = Networks.points(ROWS, D, 52);
        try (TrainableQuadraticMlp f =
                        TrainableQuadraticMlp.of(Networks.potential(D, HIDDEN, activation, 53), DataType.FLOAT64);
                TrainablePotential.Evaluation evaluation = f.evaluate(points);
                ParameterGradient found = evaluation.mixed(cotangents);
                TensorScope scope = TensorScope.open()) {
            NDArray x = doubles(f, points);
            double[] expected = differences(
                    f.parameters().values(),
                    () -> inner(cotangents.values(), f.gradients(x).toDoubleArray()));
            assertClose(found.values().toDoubleArray(), expected);
            scope.keep(x);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAMapByItsParameters(Activation activation) {
        Points cotangents = Networks.points(ROWS, D, 36);
        Points points = Networks.points(ROWS, D, 37);
        try (TrainableAffineMlp map = TrainableAffineMlp.of(Networks.map(D, HIDDEN, activation, 38), DataType.FLOAT64);
                ParameterGradient found = map.parameterGradient(points, cotangents);
                TensorScope scope = TensorScope.open()) {
            NDArray y =
                    map.parameters().manager().create(ReferenceNetwork.doubles(points.values()), new Shape(ROWS, D));
            double[] expected = differences(
                    map.parameters().values(),
                    () -> inner(cotangents.values(), map.images(y).toDoubleArray()));
            assertClose(found.values().toDoubleArray(), expected);
            scope.keep(y);
        }
    }

    private static NDArray doubles(TrainableQuadraticMlp f, Points points) {
        return f.parameters()
                .manager()
                .create(ReferenceNetwork.doubles(points.values()), new Shape(points.rows(), points.dimension()));
    }

    /** The derivative of a function of the tensor, by moving its entries one by one in place. */
    private static double[] differences(NDArray tensor, DoubleSupplier function) {
        DoubleBuffer entries = tensor.toByteBuffer(true).asDoubleBuffer();
        double[] derivative = new double[entries.capacity()];
        for (int i = 0; i < derivative.length; i++) {
            double at = entries.get(i);
            entries.put(i, at + STEP);
            double above = function.getAsDouble();
            entries.put(i, at - STEP);
            derivative[i] = (above - function.getAsDouble()) / (2 * STEP);
            entries.put(i, at);
        }
        return derivative;
    }

    private static double inner(float[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void assertClose(double[] found, double[] expected) {
        double distance = 0;
        double size = 0;
        for (int i = 0; i < expected.length; i++) {
            distance = Math.max(distance, Math.abs(found[i] - expected[i]));
            size = Math.max(size, Math.abs(expected[i]));
        }
        assertThat(found).hasSameSizeAs(expected);
        assertThat(distance / size).isLessThanOrEqualTo(TOLERANCE);
    }
}
