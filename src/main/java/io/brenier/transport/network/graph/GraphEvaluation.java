package io.brenier.transport.network.graph;

import ai.djl.ndarray.NDArray;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.TrainablePotential;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.TensorScope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network on the engine at some points: results and adjoints are kept for the derivatives that follow. */
final class GraphEvaluation implements TrainablePotential.Evaluation {

    private final TrainableGraph potential;
    private final int rows;
    private final long version;
    private final List<NDArray> results;
    private final float[] values;
    private List<@Nullable NDArray> adjoints = List.of();

    GraphEvaluation(TrainableGraph potential, Points x) {
        this.potential = potential;
        rows = x.rows();
        version = potential.parameters().version();
        try (TensorScope scope = TensorScope.open()) {
            results = potential.sweep().forward(potential.upload(x));
            results.forEach(scope::keep);
            values = HostTransfer.download(results.getLast());
        }
    }

    @Override
    public float[] values() {
        return values;
    }

    @Override
    public Points gradients() {
        requireCurrent();
        NDArray gradients = adjoints().getFirst();
        return gradients == null ? Points.zeros(rows, potential.dimension()) : points(gradients);
    }

    @Override
    public Points gradients(int from, int to) {
        return gradients().slice(from, to);
    }

    @Override
    public ParameterGradient weighted(float[] weights) {
        requireCurrent();
        requireRows(weights.length);
        try (TensorScope scope = TensorScope.open()) {
            NDArray seed = potential.upload(weights, rows, 1);
            EngineSink sink = potential.sink();
            potential.sweep().accumulate(sink, results, weighted(seed));
            return sink.gradient(seed, scope);
        }
    }

    private List<@Nullable NDArray> weighted(NDArray seed) {
        if (adjoints.isEmpty()) {
            return potential.sweep().adjoints(results, seed);
        }
        // Rows are independent: those of the adjoints for the seed 1 are only to be multiplied.
        List<@Nullable NDArray> weighted = new ArrayList<>(adjoints.size());
        weighted.add(null);
        for (int k = 1; k < adjoints.size(); k++) {
            NDArray adjoint = adjoints.get(k);
            boolean learns = potential.graph().steps().get(k - 1).learns();
            weighted.add(adjoint == null || !learns ? null : adjoint.mul(seed));
        }
        return weighted;
    }

    @Override
    public ParameterGradient mixed(Points cotangents) {
        requireCurrent();
        requireRows(cotangents.rows());
        List<@Nullable NDArray> first = adjoints();
        try (TensorScope scope = TensorScope.open()) {
            NDArray along = potential.upload(cotangents);
            Sweep<NDArray> sweep = potential.sweep();
            List<NDArray> tangents = sweep.tangents(results, along);
            List<@Nullable NDArray> second = sweep.secondAdjoints(results, tangents, first);
            EngineSink sink = potential.sink();
            sweep.accumulate(sink, results, second);
            sweep.accumulateTangents(sink, tangents, first);
            return sink.gradient(along, scope);
        }
    }

    /** ∇²f(x_i) v_i. */
    Points hessianProducts(Points v) {
        requireCurrent();
        requireRows(v.rows());
        List<@Nullable NDArray> first = adjoints();
        try (TensorScope scope = TensorScope.open()) {
            Sweep<NDArray> sweep = potential.sweep();
            List<NDArray> tangents = sweep.tangents(results, potential.upload(v));
            NDArray products = sweep.secondAdjoints(results, tangents, first).getFirst();
            return products == null ? Points.zeros(rows, potential.dimension()) : points(products);
        }
    }

    @Override
    public void close() {
        results.forEach(NDArray::close);
        for (NDArray adjoint : adjoints) {
            if (adjoint != null) {
                adjoint.close();
            }
        }
        adjoints = List.of();
    }

    /** Those of the seed 1. */
    private List<@Nullable NDArray> adjoints() {
        if (adjoints.isEmpty()) {
            try (TensorScope scope = TensorScope.open()) {
                adjoints = potential.sweep().adjoints(results, results.getLast().onesLike());
                for (NDArray adjoint : adjoints) {
                    if (adjoint != null) {
                        scope.keep(adjoint);
                    }
                }
            }
        }
        return adjoints;
    }

    private Points points(NDArray rowsOfThem) {
        return Points.of(HostTransfer.download(rowsOfThem), rows, potential.dimension());
    }

    private void requireCurrent() {
        if (version != potential.parameters().version()) {
            throw new IllegalStateException("the parameters have changed since this evaluation");
        }
    }

    private void requireRows(int given) {
        if (given != rows) {
            throw new IllegalArgumentException("%d cotangents for %d points".formatted(given, rows));
        }
    }
}
