package io.brenier.transport.optimizer;

/**
 * Whether a score, lower being better, has stopped falling. A score counts as a gain when it lies below the last gain by more than a part of
 * what was gained since the first score; the threshold grows with the run's success and does not depend on where the score's zero lies.
 * Small gains add up: they are measured from the last score that counted. A score that is not finite is no gain.
 *
 * @param part of the whole gain so far that a score has to add
 * @param patience scores without a gain after which the plateau is reached
 * @param first the first finite score; NaN before it
 * @param lowest the last score that counted; NaN before the first
 * @param idle scores since then
 */
public record Plateau(double part, int patience, double first, double lowest, int idle) {

    public Plateau {
        if (!(part >= 0 && part < 1)) {
            throw new IllegalArgumentException("a part of %s is given; allowed is 0 to below 1".formatted(part));
        }
        if (patience < 1) {
            throw new IllegalArgumentException("a patience of %d is given; allowed is at least 1".formatted(patience));
        }
    }

    /** Before any score. */
    public static Plateau watch(double part, int patience) {
        return new Plateau(part, patience, Double.NaN, Double.NaN, 0);
    }

    /** After one more score. */
    public Plateau after(double score) {
        if (!Double.isFinite(score)) {
            return new Plateau(part, patience, first, lowest, idle + 1);
        }
        if (Double.isNaN(first)) {
            return new Plateau(part, patience, score, score, 0);
        }
        return score < lowest - part * (first - lowest)
                ? new Plateau(part, patience, first, score, 0)
                : new Plateau(part, patience, first, lowest, idle + 1);
    }

    /** Whether as many scores as the patience allows brought nothing. */
    public boolean isReached() {
        return idle >= patience;
    }
}
