package io.brenier.transport.flow;

import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Stochastic Lanczos quadrature: log det H = tr log H = E zᵀ (log H) z over probes z of independent signs; each quadratic form is d Σₖ τₖ² log θₖ
 * with the eigenvalues θ of Lanczos' tridiagonal matrix from z/|z| and the first components τ of its eigenvectors. Probes × steps products a
 * row, whatever d is. The standard error is that of the mean over the probes; the quadrature's own error, which falls geometrically with the
 * steps, at a rate of the root of H's condition number, is not in it. An H that is not positive definite is found by θ ≤ 0, which a probe
 * with no part in that direction may miss.
 *
 * <p>The probes of a row come from the seed and the row's own coordinates: they depend neither on its place nor on its neighbours, and errors
 * of different rows are independent. Ubaru, Chen, Saad (2017).
 *
 * @param probes p ≥ 2
 * @param steps m ≥ 1; never more than d are made
 * @param seed of the probes
 */
public record LanczosLogDeterminant(int probes, int steps, long seed) implements LogDeterminant {

    public static final LanczosLogDeterminant DEFAULT = new LanczosLogDeterminant(16, 32, 0);

    /** Doubles of the Lanczos vectors that are held at a time. */
    private static final int HELD = 1 << 21;

    public LanczosLogDeterminant {
        if (probes < 2 || steps < 1) {
            throw new IllegalArgumentException(
                    "%d probes of %d steps; at least 2 of 1 are needed".formatted(probes, steps));
        }
    }

    @Override
    public LogDeterminants at(HessianProducts hessian, Points x) {
        int d = x.dimension();
        int made = Math.min(steps, d);
        LogDeterminants result = LogDeterminants.of(x.rows());
        int block = (int) Math.max(1, HELD / ((long) probes * made * d));
        for (int from = 0; from < x.rows(); from += block) {
            int to = Math.min(x.rows(), from + block);
            Points repeated = RepeatedRows.of(x, from, to, probes);
            LanczosBatch batch = new LanczosBatch(repeated, signs(x, from, to), made);
            for (int step = 0; step < made && batch.isGoingOn(); step++) {
                batch.step(hessian);
            }
            for (int row = from; row < to; row++) {
                average(batch, (row - from) * probes, row, result);
            }
        }
        return result;
    }

    private void average(LanczosBatch batch, int first, int row, LogDeterminants result) {
        double[] forms = new double[probes];
        for (int probe = 0; probe < probes; probe++) {
            LanczosBatch.Quadrature form = batch.logForm(first + probe);
            if (form.status() != HessianStatus.POSITIVE_DEFINITE) {
                result.refuse(row, form.status());
                return;
            }
            forms[probe] = form.value();
        }
        double mean = Arrays.stream(forms).sum() / probes;
        double squares =
                Arrays.stream(forms).map(form -> (form - mean) * (form - mean)).sum();
        result.set(row, mean, Math.sqrt(squares / (probes - 1) / probes));
    }

    /** ±1/√d, [(to − from) · p, d]. */
    private double[] signs(Points x, int from, int to) {
        int d = x.dimension();
        double size = 1 / Math.sqrt(d);
        double[] signs = new double[(to - from) * probes * d];
        int at = 0;
        for (int row = from; row < to; row++) {
            SplittableRandom random = new SplittableRandom(seed * 0x9e3779b97f4a7c15L + Arrays.hashCode(x.row(row)));
            for (int i = 0; i < probes * d; i++) {
                signs[at] = random.nextBoolean() ? size : -size;
                at++;
            }
        }
        return signs;
    }
}
