package io.brenier.transport.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OverrelaxationTest {

    private double error = 1;

    @Test
    void findsTheBestFactorFromAPlainIterationsRate() {
        Overrelaxation relaxation = new Overrelaxation();

        observe(relaxation, 0.99, 40);

        assertThat(relaxation.omega()).isCloseTo(2 / (1 + Math.sqrt(1 - 0.99)), within(1e-9));
    }

    @Test
    void leavesAFastIterationAlone() {
        Overrelaxation relaxation = new Overrelaxation();

        observe(relaxation, 0.1, 40);

        assertThat(relaxation.omega()).isEqualTo(1);
    }

    @Test
    void goesBackTowardPlainStepsWhereTheErrorKeepsGrowing() {
        Overrelaxation relaxation = new Overrelaxation();
        observe(relaxation, 0.99, 40);
        double found = relaxation.omega();

        observe(relaxation, 1.1, 40);
        assertThat(relaxation.omega())
                .as("a rise after a change is a transient")
                .isEqualTo(found);

        observe(relaxation, 1.1, 20);
        assertThat(relaxation.omega()).isCloseTo((1 + found) / 2, within(1e-12));

        observe(relaxation, 1.1, 2_000);
        assertThat(relaxation.omega()).isCloseTo(1, within(1e-6));
    }

    @Test
    void neverOvershootsTwofold() {
        Overrelaxation relaxation = new Overrelaxation();

        observe(relaxation, 0.999999, 2_000);

        assertThat(relaxation.omega()).isGreaterThan(1.9).isLessThan(2);
    }

    /** Goes on from the last error at the given rate. */
    private void observe(Overrelaxation relaxation, double rate, int iterations) {
        for (int i = 0; i < iterations; i++) {
            relaxation.observe(error);
            error *= rate;
        }
    }
}
