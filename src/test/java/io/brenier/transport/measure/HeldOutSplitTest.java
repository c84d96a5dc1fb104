package io.brenier.transport.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldOutSplitTest {

    private final Points numbered = numbered(50);

    @Test
    void sharesEveryRowOutExactlyOnce() {
        HeldOutSplit split = HeldOutSplit.of(numbered, 10, 3);

        List<Float> rows = new ArrayList<>();
        for (float value : split.training().values()) {
            rows.add(value);
        }
        for (float value : split.heldOut().values()) {
            rows.add(value);
        }
        assertThat(split.heldOut().rows()).isEqualTo(10);
        assertThat(split.training().rows()).isEqualTo(40);
        assertThat(rows).doesNotHaveDuplicates().hasSize(50);
    }

    @Test
    void followsFromTheSeedAlone() {
        assertThat(HeldOutSplit.of(numbered, 10, 3)).isEqualTo(HeldOutSplit.of(numbered, 10, 3));
        assertThat(HeldOutSplit.of(numbered, 10, 4).heldOut())
                .isNotEqualTo(HeldOutSplit.of(numbered, 10, 3).heldOut());
    }

    @Test
    void refusesToLeaveASideEmpty() {
        assertThatThrownBy(() -> HeldOutSplit.of(numbered, 50, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HeldOutSplit.of(numbered, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "10, 2", "500, 100", "1000, 100", "5000, 500", "1000000, 1000"})
    void holdsATenthOutWithinLimits(int rows, int heldOut) {
        assertThat(HeldOutSplit.usualRows(rows)).isEqualTo(heldOut);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "9, 9", "10, 8", "60, 48", "5000, 4500"})
    void leavesTheRestToTrainOnUnlessTheSetIsTiny(int rows, int training) {
        assertThat(HeldOutSplit.usualTrainingRows(rows)).isEqualTo(training);
    }

    private static Points numbered(int rows) {
        float[] values = new float[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = i;
        }
        return Points.of(values, rows, 1);
    }
}
