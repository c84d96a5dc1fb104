package io.brenier.transport.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.TensorScope;
import java.util.List;

/** A quadratic with a network on it at some points; the pass through the network is made once for all questions. */
final class QuadraticMlpEvaluation implements TrainablePotential.Evaluation {

    private final TrainableQuadraticMlp potential;
    private final ScalarPass pass;
    private final NDArray x;
    private final List<NDArray> kept;
    private final int rows;
    private final long version;

    QuadraticMlpEvaluation(TrainableQuadraticMlp potential, Points points) {
        this.potential = potential;
        rows = points.rows();
        version = potential.parameters().version();
        try (TensorScope scope = TensorScope.open()) {
            x = potential.upload(points);
            pass = new ScalarPass(potential.network(), x);
            kept = pass.arrays();
            kept.forEach(scope::keep);
        }
    }

    @Override
    public float[] values() {
        requireSameParameters();
        try (TensorScope scope = TensorScope.open()) {
            return HostTransfer.download(potential.value(x, potential.quadraticGradient(x), pass));
        }
    }

    @Override
    public Points gradients(int from, int to) {
        requireSameParameters();
        try (TensorScope scope = TensorScope.open()) {
            NDArray some = from == 0 && to == rows ? x : x.get(new NDIndex("%d:%d".formatted(from, to)));
            NDArray gradients = potential.quadraticGradient(some).addi(pass.inputGradients(from, to));
            return Points.of(HostTransfer.download(gradients), to - from, potential.dimension());
        }
    }

    @Override
    public Points gradients() {
        return gradients(0, rows);
    }

    @Override
    public ParameterGradient weighted(float[] weights) {
        requireSameParameters();
        requireRows(weights.length, "weights");
        try (TensorScope scope = TensorScope.open()) {
            return new ParameterGradient(scope.keep(pass.weighted(potential.upload(weights, rows, 1))));
        }
    }

    @Override
    public ParameterGradient mixed(Points cotangents) {
        requireSameParameters();
        requireRows(cotangents.rows(), "cotangents");
        try (TensorScope scope = TensorScope.open()) {
            return new ParameterGradient(scope.keep(pass.mixed(potential.upload(cotangents))));
        }
    }

    @Override
    public void close() {
        kept.forEach(NDArray::close);
    }

    private void requireRows(int given, String what) {
        if (given != rows) {
            throw new IllegalArgumentException("%d %s for %d points".formatted(given, what, rows));
        }
    }

    private void requireSameParameters() {
        if (version != potential.parameters().version()) {
            throw new IllegalStateException("the parameters have changed since this evaluation");
        }
    }
}
