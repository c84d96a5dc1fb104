package io.brenier.transport.measure.named;

import io.brenier.transport.tensor.Points;

/** A measure whose density is known in closed form. */
public interface DensityMeasure extends Measure {

    /**
     * log p(x), in nats.
     *
     * @param x [d]
     */
    double logDensity(double[] x);

    /** log p(x_i) for every row: [n, d] → [n]. */
    default double[] logDensities(Points x) {
        int d = dimension();
        if (x.dimension() != d) {
            throw new IllegalArgumentException("%s do not fit a density on R^%d".formatted(x, d));
        }
        double[] logs = new double[x.rows()];
        double[] row = new double[d];
        for (int i = 0; i < logs.length; i++) {
            for (int k = 0; k < d; k++) {
                row[k] = x.at(i, k);
            }
            logs[i] = logDensity(row);
        }
        return logs;
    }
}
