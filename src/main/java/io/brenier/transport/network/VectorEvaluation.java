package io.brenier.transport.network;

import io.brenier.transport.tensor.Points;

/** A quadratic with a network on it at some points, on the vector unit. */
final class VectorEvaluation implements TrainablePotential.Evaluation {

    private final VectorPotential potential;
    private final Points x;
    private final VectorPass pass;
    private final long version;
    private boolean closed;

    VectorEvaluation(VectorPotential potential, Points x) {
        this.potential = potential;
        this.x = x;
        pass = new VectorPass(potential.network(), potential.pool(), x.values(), x.rows());
        version = potential.version();
    }

    @Override
    public float[] values() {
        requireSameParameters();
        int d = x.dimension();
        float[] g = potential.pool().take(x.rows() * potential.stride());
        potential.quadraticGradients(x, 0, x.rows(), g);
        float[] values = new float[x.rows()];
        for (int r = 0; r < values.length; r++) {
            // ½⟨x, (Mx + b) + b⟩.
            double twice = 0;
            for (int j = 0; j < d; j++) {
                twice += (double) x.at(r, j)
                        * (g[r * potential.stride() + j] + potential.shift()[j]);
            }
            values[r] = (float) (twice / 2);
        }
        potential.pool().give(g);
        pass.addOutputs(values);
        return values;
    }

    @Override
    public Points gradients(int from, int to) {
        requireSameParameters();
        int d = x.dimension();
        int count = to - from;
        float[] g = potential.pool().take(count * potential.stride());
        potential.quadraticGradients(x, from, count, g);
        pass.addInputGradients(from, count, g);
        float[] gradients = new float[count * d];
        for (int r = 0; r < count; r++) {
            System.arraycopy(g, r * potential.stride(), gradients, r * d, d);
        }
        potential.pool().give(g);
        return Points.of(gradients, count, d);
    }

    @Override
    public Points gradients() {
        return gradients(0, x.rows());
    }

    @Override
    public ParameterGradient weighted(float[] weights) {
        requireSameParameters();
        requireRows(weights.length, "weights");
        return potential.upload(pass.weighted(weights));
    }

    @Override
    public ParameterGradient mixed(Points cotangents) {
        requireSameParameters();
        requireRows(cotangents.rows(), "cotangents");
        return potential.upload(pass.mixed(cotangents.values()));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            pass.close();
        }
    }

    private void requireRows(int given, String what) {
        if (given != x.rows()) {
            throw new IllegalArgumentException("%d %s for %d points".formatted(given, what, x.rows()));
        }
    }

    private void requireSameParameters() {
        if (closed) {
            throw new IllegalStateException("the evaluation is closed");
        }
        if (version != potential.version()) {
            throw new IllegalStateException("the parameters have changed since this evaluation");
        }
    }
}
