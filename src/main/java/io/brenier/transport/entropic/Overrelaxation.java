package io.brenier.transport.entropic;

/**
 * How far Sinkhorn's half steps overshoot: h ← h + ω (S(h) − h). Near the solution the algorithm is a two-block Gauss–Seidel iteration of
 * some rate η, and Young's theory gives both the best ω = 2 / (1 + √(1 − η)) and η itself from the rate λ that is seen under
 * any smaller ω: (λ + ω − 1)² = λ ω² η. So ω is found on the way; on slow problems it saves most of the iterations (Hageman and Young 1981;
 * Thibault et al. 2021). A new ω first makes the error rise, so nothing is concluded from the windows after a change; where the error still
 * grows then, ω goes halfway back to 1, where the algorithm always converges.
 */
final class Overrelaxation {

    private static final int WINDOW = 20;
    private static final int WINDOWS_TO_SETTLE = 2;
    private static final double LARGEST = 1.98;
    /** A change of ω is worth its transient only where it brings ω this much nearer to 2. */
    private static final double WORTHWHILE = 0.8;

    private double omega = 1;
    private double errorAtWindowStart = Double.POSITIVE_INFINITY;
    private int sinceWindowStart;
    private int windowsToSettle;

    double omega() {
        return omega;
    }

    /** Told the error of each iteration. */
    void observe(double error) {
        sinceWindowStart++;
        if (sinceWindowStart < WINDOW) {
            return;
        }
        if (windowsToSettle > 0) {
            windowsToSettle--;
        } else if (Double.isFinite(errorAtWindowStart)) {
            adapt(Math.pow(error / errorAtWindowStart, 1.0 / WINDOW));
        }
        errorAtWindowStart = error;
        sinceWindowStart = 0;
    }

    private void adapt(double rate) {
        if (!(rate < 1)) {
            change((1 + omega) / 2);
        } else if (rate > omega - 1) {
            double root = rate + omega - 1;
            double plainRate = Math.min(1, root * root / (rate * omega * omega));
            double best = Math.min(LARGEST, 2 / (1 + Math.sqrt(1 - plainRate)));
            if (2 - best < WORTHWHILE * (2 - omega)) {
                change(best);
            }
        }
    }

    private void change(double newOmega) {
        omega = newOmega;
        windowsToSettle = WINDOWS_TO_SETTLE;
    }
}
