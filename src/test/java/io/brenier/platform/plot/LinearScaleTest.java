package io.brenier.platform.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearScaleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0        | 10       | 5 | 0 2 4 6 8 10
                    -1       | 1        | 4 | −1.0 −0.5 0 0.5 1.0
                    0.13     | 0.31     | 5 | 0.15 0.20 0.25 0.30
                    1000.001 | 1000.002 | 3 | 1000.0010 1000.0015 1000.0020
                    0        | 250000   | 5 | 0 0.5e5 1.0e5 1.5e5 2.0e5 2.5e5
                    -2e-5    | 2e-5     | 4 | −2e−5 −1e−5 0 1e−5 2e−5
                    0        | 99999    | 5 | 0 20000 40000 60000 80000
                    3        | 47       | 2 | 20 40
                    """)
    void marksRoundNumbers(double min, double max, int most, String labels) {
        assertThat(new LinearScale(min, max).ticks(most).stream().map(Tick::label))
                .containsExactly(labels.split(" "));
    }

    @Test
    void marksStandAtTheNumbersThatTheirLabelsSay() {
        for (Tick tick : new LinearScale(-3.7, 12.9).ticks(8)) {
            assertThat(Double.parseDouble(tick.label().replace('−', '-'))).isCloseTo(tick.at(), within(1e-12));
        }
    }

    @Test
    void hasNotManyMoreMarksThanThereIsRoomFor() {
        for (double span = 1e-6; span < 1e9; span *= 1.37) {
            List<Tick> ticks = new LinearScale(.3 * span, 1.3 * span).ticks(6);
            assertThat(ticks.size()).as("%s", span).isBetween(2, 7);
        }
    }

    @Test
    void aSingleValueStandsInTheMiddle() {
        assertThat(LinearScale.around(5, 5, .05).part(5)).isCloseTo(.5, within(1e-12));
        assertThat(LinearScale.around(0, 0, .05).part(0)).isCloseTo(.5, within(1e-12));
        assertThat(LinearScale.around(1, 3, .25)).isEqualTo(new LinearScale(.5, 3.5));
    }

    @Test
    void refusesWhatIsNoRange() {
        assertThatThrownBy(() -> new LinearScale(1, 1)).hasMessageContaining("no range");
        assertThatThrownBy(() -> new LinearScale(0, Double.NaN)).hasMessageContaining("no range");
    }
}
