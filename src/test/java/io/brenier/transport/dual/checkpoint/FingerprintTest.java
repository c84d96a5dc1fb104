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
        assertThat(fingerprint(50)).contains("derivative=EXACT, optimizer=").doesNotContain("valleySearchEvery");
    }

    @Test
    void tellsOtherSearchesApart() {
        assertThat(fingerprint(0)).contains(", valleySearchEvery=0,");
        assertThat(fingerprint(500)).contains(", valleySearchEvery=500,");
    }

    private static String fingerprint(int valleySearchEvery) {
        EnotSpec spec = EnotSpec.defaults(2, 2).withValleySearchEvery(valleySearchEvery);
        return Fingerprint.of(new TrainingProblem(POINTS, POINTS, null, null, spec, 7));
    }
}
