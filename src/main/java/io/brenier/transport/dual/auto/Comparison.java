package io.brenier.transport.dual.auto;

import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.metric.interval.Interval;
import java.util.List;

/**
 * Which of two maps is better, by their figures on held-out samples. A perfect map's divergence is not 0 but the floor, that of two draws of
 * one measure; one below it tells of images drawn together, which suit few points and not the measure, and counts as the floor.
 *
 * @param forwardFloor below which forward divergences are equal; 0 where the draws are large enough to tell
 * @param inverseFloor the same of the inverse
 * @param noise by which divergences of both directions may differ by the draw alone
 * @param samples how many there are to train on
 */
record Comparison(double forwardFloor, double inverseFloor, double noise, Amount samples) {

    /** Training samples. */
    enum Amount {
        /** So few that a map they flatter wins half the time: a trained one has to show more, by every figure. */
        FEW,
        USUAL,
        /** Too many to be learned by heart: a trained map need not show a lower dual, only none that is higher beyond what the draw explains. */
        MANY;

        static Amount of(StandardProblem problem) {
            if (problem.hasManySamples()) {
                return MANY;
            }
            return problem.hasFewSamples() ? FEW : USUAL;
        }
    }

    /** Divergences that differ by this part are equal. */
    private static final double EQUAL = 0.02;

    /** Divergences that differ by this part may be the draw's. */
    private static final double ABOUT_EQUAL = 0.05;

    /** Of both directions together, none below its floor. */
    double divergence(Candidate candidate) {
        return divergence(candidate.forward(), candidate.inverse());
    }

    double divergence(double forward, double inverse) {
        return forward(forward) + inverse(inverse);
    }

    /** The one with the least divergence; of equals the one that is closer still, and then the first. */
    Candidate best(List<Candidate> candidates) {
        Candidate best = candidates.getFirst();
        for (Candidate candidate : candidates) {
            int order = Double.compare(divergence(candidate), divergence(best));
            if (order < 0 || (order == 0 && candidate.divergence() < best.divergence())) {
                best = candidate;
            }
        }
        return best;
    }

    /**
     * Whether a trained map is at least as good as an instant answer: by the divergences; where they are equal up to the noise, by the exact
     * dual; where they are about equal, by a dual that is lower beyond what the draw of held-out samples explains. In many dimensions, between two
     * good maps, and on few points, divergences are mostly noise, and the dual is not. Of few samples neither direction may
     * be worse, both together have to be closer and the dual to be lower beyond the draw.
     */
    boolean isNotWorse(Candidate trained, Candidate instant) {
        if (samples == Amount.FEW) {
            return isCloser(trained, instant)
                    && inverse(trained) <= inverse(instant)
                    && trained.score().excessOver(instant.score()).high() < 0;
        }
        if (isCloser(trained, instant)) {
            return true;
        }
        boolean equal = isWithin(EQUAL * divergence(instant) + noise, trained, instant);
        if (equal && trained.score().dual() < instant.score().dual()) {
            return true;
        }
        if (!isWithin(ABOUT_EQUAL * divergence(instant) + 2 * noise, trained, instant)) {
            return false;
        }
        Interval excess = trained.score().excessOver(instant.score());
        return excess.high() < 0 || (samples == Amount.MANY && equal && excess.low() <= 0);
    }

    private boolean isCloser(Candidate trained, Candidate instant) {
        return isWithin(0, trained, instant) && divergence(trained) < divergence(instant);
    }

    /** Whether both directions together, and the forward one by itself, are worse by at most so much. */
    private boolean isWithin(double slack, Candidate trained, Candidate instant) {
        return divergence(trained) <= divergence(instant) + slack && forward(trained) <= forward(instant) + slack;
    }

    private double inverse(Candidate candidate) {
        return inverse(candidate.inverse());
    }

    private double forward(Candidate candidate) {
        return forward(candidate.forward());
    }

    private double inverse(double divergence) {
        return Math.max(divergence, inverseFloor);
    }

    private double forward(double divergence) {
        return Math.max(divergence, forwardFloor);
    }
}
