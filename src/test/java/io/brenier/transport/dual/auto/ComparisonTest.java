package io.brenier.transport.dual.auto;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.dual.auto.Comparison.Amount;
import io.brenier.transport.dual.problem.AffinePair;
import io.brenier.transport.dual.report.HeldOutScore.Score;
import io.brenier.transport.tensor.Points;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Comparison EXACT = new Comparison(0, 0, 0, Amount.USUAL);
    private static final Comparison NOISY = new Comparison(0, 0, 0.2, Amount.USUAL);
    private static final Comparison OF_FEW_POINTS = new Comparison(1, 1, 0, Amount.USUAL);
    private static final Comparison OF_MANY_SAMPLES = new Comparison(0, 0, 0.2, Amount.MANY);

    @Test
    void theBestIsTheOneWithTheLeastDivergenceOfBothDirections() {
        Candidate lopsided = candidate(0.1, 3, 0);
        Candidate even = candidate(1, 1, 0);

        assertThat(EXACT.best(List.of(lopsided, even))).isSameAs(even);
    }

    @Test
    void aMapThatIsCloserBothWaysIsNotWorseWhateverItsDual() {
        assertThat(EXACT.isNotWorse(candidate(0.9, 0.9, 5), candidate(1, 1, 0))).isTrue();
    }

    @Test
    void betweenEqualDivergencesTheDualDecides() {
        assertThat(EXACT.isNotWorse(candidate(1.01, 1, -0.001), candidate(1, 1, 0)))
                .isTrue();
        assertThat(EXACT.isNotWorse(candidate(1.01, 1, 0.001), candidate(1, 1, 0)))
                .isFalse();
    }

    @Test
    void aLowerDualDoesNotExcuseAMuchLargerDivergence() {
        assertThat(EXACT.isNotWorse(candidate(1.5, 1, -10), candidate(1, 1, 0))).isFalse();
        assertThat(EXACT.isNotWorse(candidate(1.5, 0.1, -10), candidate(1, 1, 0)))
                .isFalse();
    }

    @Test
    void whatTheDrawExplainsCountsAsEqual() {
        assertThat(NOISY.isNotWorse(candidate(1.2, 1, -0.001), candidate(1, 1, 0)))
                .isTrue();
        assertThat(NOISY.isNotWorse(candidate(1.2, 1, 0.001), candidate(1, 1, 0)))
                .isFalse();
    }

    @Test
    void divergencesBelowTheFloorAreEqualAndTheDualDecides() {
        Candidate drawnTogether = candidate(0.5, 0.6, 0);

        assertThat(OF_FEW_POINTS.isNotWorse(candidate(1, 0.9, -0.001), drawnTogether))
                .isTrue();
        assertThat(OF_FEW_POINTS.isNotWorse(candidate(1, 0.9, 0.001), drawnTogether))
                .isFalse();
        assertThat(OF_FEW_POINTS.isNotWorse(candidate(1.3, 0.9, -10), drawnTogether))
                .isFalse();
    }

    @Test
    void ofMapsBelowTheFloorTheCloserOneIsTheBest() {
        Candidate closer = candidate(0.5, 0.5, 0);

        assertThat(OF_FEW_POINTS.best(List.of(candidate(0.9, 0.9, 0), closer))).isSameAs(closer);
        assertThat(OF_FEW_POINTS.best(List.of(candidate(0.1, 1.2, 0), closer))).isSameAs(closer);
    }

    @Test
    void ofManySamplesADualThatIsHigherOnlyByTheDrawIsNoReasonAgainstTheTrainedMap() {
        assertThat(OF_MANY_SAMPLES.isNotWorse(scattered(1.2, 1, 0.001), candidate(1, 1, 0)))
                .isTrue();
        assertThat(OF_MANY_SAMPLES.isNotWorse(candidate(1.2, 1, 0.001), candidate(1, 1, 0)))
                .isFalse();
        assertThat(OF_MANY_SAMPLES.isNotWorse(scattered(1.3, 1, 0.001), candidate(1, 1, 0)))
                .isFalse();
    }

    @Test
    void ofFewSamplesATrainedMapHasToBeCloserAndItsDualLowerBeyondTheDraw() {
        Comparison ofFewSamples = new Comparison(0, 0, 0.2, Amount.FEW);

        assertThat(ofFewSamples.isNotWorse(candidate(0.9, 1, -0.1), candidate(1, 1, 0)))
                .isTrue();
        assertThat(ofFewSamples.isNotWorse(candidate(0.5, 0.5, 0.001), candidate(1, 1, 0)))
                .isFalse();
        assertThat(ofFewSamples.isNotWorse(scattered(0.5, 0.5, -0.1), candidate(1, 1, 0)))
                .isFalse();
        assertThat(ofFewSamples.isNotWorse(candidate(1.01, 0.5, -0.1), candidate(1, 1, 0)))
                .isFalse();
        assertThat(ofFewSamples.isNotWorse(candidate(0.5, 1.01, -0.1), candidate(1, 1, 0)))
                .isFalse();
    }

    @Test
    void aMapThatBlewUpIsWorse() {
        assertThat(EXACT.isNotWorse(candidate(Double.POSITIVE_INFINITY, 1, -1), candidate(1, 1, 0)))
                .isFalse();
    }

    private static Candidate candidate(double forward, double inverse, double dual) {
        return candidate(forward, inverse, dual, 0);
    }

    /** Its dual is higher on some rows and lower on others. */
    private static Candidate scattered(double forward, double inverse, double dual) {
        return candidate(forward, inverse, dual, 1);
    }

    private static Candidate candidate(double forward, double inverse, double dual, float spread) {
        float[] halves = new float[20];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = (float) (dual / 2) + (i % 2 == 0 ? spread : -spread);
        }
        return new Candidate(
                "some",
                AffinePair.identity(1).pair(),
                new Score(dual, halves, halves, Points.zeros(20, 1), 0),
                forward,
                inverse);
    }
}
