package io.brenier.transport.network;

import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.vector.FloatPool;
import io.brenier.transport.tensor.vector.PackedMatrix;
import java.util.Arrays;

/** A quadratic with a network on it, laid out for the vector unit at the parameters of the moment. Belongs to one thread at a time. */
final class VectorPotential {

    private final QuadraticMlpPotential initial;
    private final Parameters parameters;
    private final VectorMlp network;
    private final PackedMatrix matrix;
    private final float[] shift;
    private final FloatPool pool = new FloatPool();
    private long loaded = -1;

    /** @param initial with a network that {@link VectorMlp#suits} accepts */
    VectorPotential(QuadraticMlpPotential initial, Parameters parameters) {
        this.initial = initial;
        this.parameters = parameters;
        network = new VectorMlp(initial.requireNetwork());
        int d = initial.dimension();
        matrix = new PackedMatrix(d, d);
        // Symmetric up to rounding; read by rows, as everywhere.
        matrix.packTransposed(initial.matrix(), 0);
        shift = Arrays.copyOf(initial.shift(), matrix.stride());
    }

    /** f at x at the parameters of the moment. */
    VectorEvaluation evaluate(Points x) {
        if (x.dimension() != dimension()) {
            throw new IllegalArgumentException(
                    "points of dimension %d, a potential of dimension %d".formatted(x.dimension(), dimension()));
        }
        if (loaded != parameters.version()) {
            network.load(parameters.download());
            loaded = parameters.version();
        }
        return new VectorEvaluation(this, x);
    }

    int dimension() {
        return initial.dimension();
    }

    VectorMlp network() {
        return network;
    }

    FloatPool pool() {
        return pool;
    }

    float[] shift() {
        return shift;
    }

    /** Between the rows of {@link #quadraticGradients}. */
    int stride() {
        return matrix.stride();
    }

    /** Grows with every change of the parameters. */
    long version() {
        return parameters.version();
    }

    /** g ← Mx + b for rows of x from one on. */
    void quadraticGradients(Points x, int from, int count, float[] g) {
        for (int r = 0; r < count; r++) {
            System.arraycopy(shift, 0, g, r * stride(), stride());
        }
        matrix.addProduct(x.values(), from * dimension(), dimension(), count, g, 0);
    }

    /** A derivative for an optimiser. */
    ParameterGradient upload(VectorSums sums) {
        float[] flat = sums.flat(parameters.count());
        return new ParameterGradient(HostTransfer.upload(
                parameters.manager(), flat, parameters.values().getDataType(), flat.length));
    }
}
