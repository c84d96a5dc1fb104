package io.brenier.platform.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogScaleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.001 | 10      | 8 | 0.001 0.01 0.1 1 10
                    1e-6  | 1e-3    | 8 | 1e−6 1e−5 1e−4 0.001
                    1     | 20      | 8 | 1 2 5 10 20
                    1e-12 | 1e12    | 5 | 1e−10 1e−5 1 1e5 1e10
                    2     | 3       | 5 | 2.0 2.2 2.4 2.6 2.8 3.0
                    """)
    void namesPowersOfTenAndWhereThereAreFewSomeBetween(double min, double max, int most, String labels) {
        assertThat(new LogScale(min, max).ticks(most).stream().map(Tick::label).filter(label -> !label.isEmpty()))
                .containsExactly(labels.split(" "));
    }

    @Test
    void equalRatiosAreEquallyLong() {
        LogScale scale = new LogScale(.01, 100);

        assertThat(scale.part(.01)).isZero();
        assertThat(scale.part(1)).isCloseTo(.5, within(1e-12));
        assertThat(scale.part(100)).isCloseTo(1, within(1e-12));
    }

    @Test
    void aSingleValueStandsInTheMiddleOfADecade() {
        LogScale scale = LogScale.around(5, 5, .05);

        assertThat(scale.part(5)).isCloseTo(.5, within(1e-12));
        assertThat(scale.max() / scale.min()).isCloseTo(10, within(1e-9));
    }

    @Test
    void refusesWhatHasNoLogarithm() {
        assertThatThrownBy(() -> new LogScale(0, 1)).hasMessageContaining("no range");
    }
}
