package io.brenier.transport.dual.auto;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.dual.problem.AffinePair;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.report.HeldOutScore.Score;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {

    @Test
    void theBestIsTheOneWithTheLeastDivergenceOfBothDirections() {
        Candidate lopsided = candidate(0.1, 3, 0);
        Candidate even = candidate(1, 1, 0);

        assertThat(Judge.best(List.of(lopsided, even))).isSameAs(even);
    }

    @Test
    void aMapThatIsCloserBothWaysIsNotWorseWhateverItsDual() {
        assertThat(Judge.isNotWorse(candidate(0.9, 0.9, 5), candidate(1, 1, 0), 0))
                .isTrue();
    }

    @Test
    void betweenEqualDivergencesTheDualDecides() {
        assertThat(Judge.isNotWorse(candidate(1.01, 1, -0.001), candidate(1, 1, 0), 0))
                .isTrue();
        assertThat(Judge.isNotWorse(candidate(1.01, 1, 0.001), candidate(1, 1, 0), 0))
                .isFalse();
    }

    @Test
    void aLowerDualDoesNotExcuseAMuchLargerDivergence() {
        assertThat(Judge.isNotWorse(candidate(1.5, 1, -10), candidate(1, 1, 0), 0))
                .isFalse();
        assertThat(Judge.isNotWorse(candidate(1.5, 0.1, -10), candidate(1, 1, 0), 0))
                .isFalse();
    }

    @Test
    void whatTheDrawExplainsCountsAsEqual() {
        assertThat(Judge.isNotWorse(candidate(1.2, 1, -0.001), candidate(1, 1, 0), 0.2))
                .isTrue();
        assertThat(Judge.isNotWorse(candidate(1.2, 1, 0.001), candidate(1, 1, 0), 0.2))
                .isFalse();
    }

    @Test
    void aMapThatBlewUpIsWorse() {
        assertThat(Judge.isNotWorse(candidate(Double.POSITIVE_INFINITY, 1, -1), candidate(1, 1, 0), 0))
                .isFalse();
    }

    private static Candidate candidate(double forward, double inverse, double dual) {
        float[] halves = new float[20];
        Arrays.fill(halves, (float) (dual / 2));
        AffinePair identity = AffinePair.identity(1);
        return new Candidate(
                "some",
                new NetworkPair(identity.potential(null), identity.amortizer(null)),
                new Score(dual, halves, halves, Points.zeros(20, 1), 0),
                forward,
                inverse);
    }
}
