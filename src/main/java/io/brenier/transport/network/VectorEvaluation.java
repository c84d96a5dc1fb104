package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;
import org.jspecify.annotations.Nullable;

/** A quadratic with a network on it at some points, on the vector unit. */
final class VectorEvaluation implements TrainablePotential.Evaluation {

    private final VectorNetwork network;
    private final VectorAffine quadratic;
    private final Points x;
    private final VectorPass pass;
    /** Mx + b, once it is asked for: values and gradients both need it. */
    private float @Nullable [] affine;

    /** @param network whose affine part is ∇(½ xᵀMx + bᵀx) */
    VectorEvaluation(VectorNetwork network, Points x) {
        this.network = network;
        this.x = x;
        quadratic = network.affine();
        pass = new VectorPass(network, x);
    }

    @Override
    public float[] values() {
        pass.hidden().requireUsable();
        int d = x.dimension();
        int stride = quadratic.stride();
        float[] g = affine();
        float[] values = new float[x.rows()];
        for (int r = 0; r < values.length; r++) {
            // ½⟨x, (Mx + b) + b⟩.
            double twice = 0;
            for (int j = 0; j < d; j++) {
                twice += (double) x.at(r, j) * (g[r * stride + j] + quadratic.shift()[j]);
            }
            values[r] = (float) (twice / 2);
        }
        pass.addOutputs(values);
        return values;
    }

    @Override
    public Points gradients(int from, int to) {
        pass.hidden().requireUsable();
        int count = to - from;
        int stride = quadratic.stride();
        float[] g = network.pool().take(count * stride);
        System.arraycopy(affine(), from * stride, g, 0, count * stride);
        pass.addInputGradients(from, count, g);
        Points gradients = quadratic.unpadded(g, count);
        network.pool().give(g);
        return gradients;
    }

    @Override
    public Points gradients() {
        return gradients(0, x.rows());
    }

    @Override
    public ParameterGradient weighted(float[] weights) {
        pass.hidden().requireUsable();
        pass.hidden().requireRows(weights.length, "weights");
        return network.upload(pass.weighted(weights));
    }

    @Override
    public ParameterGradient mixed(Points cotangents) {
        pass.hidden().requireUsable();
        pass.hidden().requireRows(cotangents.rows(), "cotangents");
        return network.upload(pass.mixed(cotangents.values()));
    }

    private float[] affine() {
        float[] known = affine;
        if (known == null) {
            known = network.pool().take(x.rows() * quadratic.stride());
            quadratic.apply(x, 0, x.rows(), known);
            affine = known;
        }
        return known;
    }

    @Override
    public void close() {
        pass.close();
        float[] known = affine;
        if (known != null) {
            network.pool().give(known);
            affine = null;
        }
    }
}
