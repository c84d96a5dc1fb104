package io.brenier.transport.metric.discrepancy;

/** Optimal transport on the line, where quantiles go to quantiles. */
final class SortedSamples {

    private SortedSamples() {}

    /**
     * W2² = ∫₀¹ (F⁻¹(u) − G⁻¹(u))² du between uniformly weighted samples, whose numbers may differ.
     *
     * @param x ascending, at least one
     * @param y ascending, at least one
     */
    static double w2Squared(double[] x, double[] y) {
        // In units of 1 / (n m), where both quantile functions jump at whole numbers.
        long n = x.length;
        long m = y.length;
        int i = 0;
        int j = 0;
        long at = 0;
        double sum = 0;
        while (i < n && j < m) {
            long endOfX = (i + 1) * m;
            long endOfY = (j + 1) * n;
            long end = Math.min(endOfX, endOfY);
            double difference = x[i] - y[j];
            sum += (end - at) * difference * difference;
            at = end;
            if (end == endOfX) {
                i++;
            }
            if (end == endOfY) {
                j++;
            }
        }
        return sum / ((double) n * m);
    }
}
