package io.brenier.transport.network.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.TensorScope;
import java.nio.DoubleBuffer;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every derivative of every kind of network against central differences, in double on the engine. */
class WrittenOutDerivativesTest {

    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-6;
    private static final int ROWS = 5;
    private static final int D = ExampleNetworks.D;

    private final Points points = ExampleNetworks.points(ROWS, D, 71);
    private final Points cotangents = ExampleNetworks.points(ROWS, D, 72);

    @ParameterizedTest
    @EnumSource
    void byThePoint(ExampleNetworks kind) {
        try (TrainableGraph f = doubles(kind);
                TensorScope scope = TensorScope.open()) {
            NDArray x = scope.keep(upload(f, points));
            double[] expected = differences(x, f, () -> values(f, x).sum().getDouble());
            assertClose(gradients(f, x).toDoubleArray(), expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void byTheParameters(ExampleNetworks kind) {
        float[] weights = ExampleNetworks.normal(ROWS, 73);
        try (TrainableGraph f = doubles(kind);
                TensorScope scope = TensorScope.open()) {
            NDArray x = scope.keep(upload(f, points));
            double[] expected = differences(
                    f.parameters().values(),
                    f,
                    () -> inner(weights, values(f, x).toDoubleArray()));
            try (GraphEvaluation evaluation = f.evaluate(points);
                    ParameterGradient alone = evaluation.weighted(weights)) {
                assertClose(alone.values().toDoubleArray(), expected);
                evaluation.gradients();
                try (ParameterGradient afterGradients = evaluation.weighted(weights)) {
                    assertClose(afterGradients.values().toDoubleArray(), expected);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTheGradientByTheParameters(ExampleNetworks kind) {
        try (TrainableGraph f = doubles(kind);
                TensorScope scope = TensorScope.open()) {
            NDArray x = scope.keep(upload(f, points));
            double[] expected = differences(
                    f.parameters().values(),
                    f,
                    () -> inner(cotangents.values(), gradients(f, x).toDoubleArray()));
            try (GraphEvaluation evaluation = f.evaluate(points);
                    ParameterGradient mixed = evaluation.mixed(cotangents)) {
                assertClose(mixed.values().toDoubleArray(), expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTheGradientByThePoint(ExampleNetworks kind) {
        try (TrainableGraph f = doubles(kind);
                TensorScope scope = TensorScope.open()) {
            NDArray x = scope.keep(upload(f, points));
            double[] expected = differences(
                    x, f, () -> inner(cotangents.values(), gradients(f, x).toDoubleArray()));
            List<NDArray> results = f.sweep().forward(x);
            List<NDArray> tangents = f.sweep().tangents(results, upload(f, cotangents));
            List<@Nullable NDArray> adjoints =
                    f.sweep().adjoints(results, results.getLast().onesLike());
            NDArray products =
                    f.sweep().secondAdjoints(results, tangents, adjoints).getFirst();
            assertThat(products).isNotNull();
            assertClose(products.toDoubleArray(), expected);
        }
    }

    private static TrainableGraph doubles(ExampleNetworks kind) {
        return TrainableGraph.of(kind.network(D, 74), DataType.FLOAT64);
    }

    private static NDArray values(TrainableGraph f, NDArray x) {
        return f.sweep().forward(x).getLast();
    }

    private static NDArray gradients(TrainableGraph f, NDArray x) {
        List<NDArray> results = f.sweep().forward(x);
        NDArray gradients =
                f.sweep().adjoints(results, results.getLast().onesLike()).getFirst();
        assertThat(gradients).isNotNull();
        return gradients;
    }

    private static NDArray upload(TrainableGraph f, Points points) {
        double[] values = new double[points.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = points.values()[i];
        }
        return f.parameters().manager().create(values, new Shape(points.rows(), points.dimension()));
    }

    /** The derivative of a function of the tensor, by moving its entries one by one in place. */
    private static double[] differences(NDArray tensor, TrainableGraph f, DoubleSupplier function) {
        DoubleBuffer entries = tensor.toByteBuffer(true).asDoubleBuffer();
        double[] derivative = new double[entries.capacity()];
        for (int i = 0; i < derivative.length; i++) {
            double at = entries.get(i);
            entries.put(i, at + STEP);
            double above = evaluated(f, function);
            entries.put(i, at - STEP);
            derivative[i] = (above - evaluated(f, function)) / (2 * STEP);
            entries.put(i, at);
        }
        f.parameters().changed();
        return derivative;
    }

    private static double evaluated(TrainableGraph f, DoubleSupplier function) {
        f.parameters().changed();
        try (TensorScope scope = TensorScope.open()) {
            return function.getAsDouble();
        }
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
        assertThat(size).isPositive();
        assertThat(distance / size).isLessThanOrEqualTo(TOLERANCE);
    }
}
