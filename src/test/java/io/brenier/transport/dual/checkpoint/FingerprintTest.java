package io.brenier.transport.dual.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.dual.EnotSpec;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final Points POINTS = Points.ofRows(new float[] {1, 2}, new float[] {3, 5});

    @Test
    void isThatOfEarlierReleasesWhereTheSearchForValleysIsTheUsual() {
        assertThat(fingerprint(EnotSpec.VALLEY_SEARCH_EVERY))
                .contains("derivative=EXACT, optimizer=")
                .doesNotContain("valleySearchEvery");
    }

    @Test
    void tellsOtherSearchesApart() {
        assertThat(fingerprint(0)).contains(", valleySearchEvery=0,");
        assertThat(fingerprint(10 * EnotSpec.VALLEY_SEARCH_EVERY))
                .contains(", valleySearchEvery=" + 10 * EnotSpec.VALLEY_SEARCH_EVERY + ",");
    }

    private static String fingerprint(int valleySearchEvery) {
        EnotSpec usual = EnotSpec.defaults(2, 2);
        EnotSpec spec = new EnotSpec(
                usual.potential(),
                usual.conjugate(),
                usual.expectile(),
                usual.regularization(),
                usual.amortizationWeight(),
                usual.derivative(),
                valleySearchEvery,
                usual.optimizer(),
                usual.loop());
        return Fingerprint.of(new TrainingProblem(POINTS, POINTS, null, null, spec, 7));
    }
}
