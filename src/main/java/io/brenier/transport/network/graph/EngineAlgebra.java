package io.brenier.transport.network.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.brenier.transport.network.curve.Curve;
import io.brenier.transport.network.curve.EngineNumbers;

/** The algebra on the engine. Wants an open {@link io.brenier.transport.tensor.TensorScope}. */
record EngineAlgebra(EngineWeights weights, EngineNumbers numbers) implements Algebra<NDArray> {

    @Override
    public NDArray product(NDArray x, int weight) {
        return x.matMul(weights.effective(weight));
    }

    @Override
    public NDArray affine(NDArray x, int weight, int bias) {
        NDArray row = weights.effective(bias);
        return x.getNDArrayInternal()
                .linear(x, weights.transposed(weight), row.reshape(row.size()))
                .singletonOrThrow();
    }

    @Override
    public NDArray productTransposed(NDArray y, int weight) {
        return y.matMul(weights.transposed(weight));
    }

    @Override
    public NDArray addRow(NDArray x, int row) {
        return x.add(weights.effective(row));
    }

    @Override
    public NDArray timesRow(NDArray x, int row) {
        return x.mul(weights.effective(row));
    }

    @Override
    public NDArray add(NDArray a, NDArray b) {
        return a.add(b);
    }

    @Override
    public NDArray multiply(NDArray a, NDArray b) {
        return a.mul(b);
    }

    @Override
    public NDArray scale(NDArray a, double factor) {
        return a.mul(numbers.of(factor));
    }

    @Override
    public NDArray apply(Curve curve, NDArray a) {
        return curve.value(numbers, a);
    }

    @Override
    public NDArray timesSlope(Curve curve, NDArray a, NDArray h, NDArray delta) {
        return curve.slope(numbers, a, h).muli(delta);
    }

    @Override
    public NDArray timesCurvature(Curve curve, NDArray a, NDArray delta) {
        return curve.curvature(numbers, a).mul(delta);
    }

    @Override
    public NDArray groupSum(NDArray a, int size) {
        long rows = a.getShape().get(0);
        return a.reshape(rows, a.getShape().get(1) / size, size).sum(new int[] {2});
    }

    @Override
    public NDArray spread(NDArray a, int size) {
        long rows = a.getShape().get(0);
        long columns = a.getShape().get(1);
        return a.reshape(rows, columns, 1)
                .broadcast(new Shape(rows, columns, size))
                .reshape(rows, columns * size);
    }

    @Override
    public NDArray rowDots(NDArray a, NDArray b) {
        return a.mul(b).sum(new int[] {1}, true);
    }

    @Override
    public NDArray timesColumn(NDArray a, NDArray column) {
        return a.mul(column);
    }
}
