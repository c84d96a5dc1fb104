package io.brenier.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class RowDrawTest {

    @Test
    void drawsDistinctRowsInTheirOrderAndEvenly() {
        Points drawn = draw(100_000, 5_000);
        double sum = 0;
        for (int i = 0; i < drawn.rows(); i++) {
            assertThat(drawn.at(i, 1)).isEqualTo(-drawn.at(i, 0));
            assertThat(i == 0 || drawn.at(i, 0) > drawn.at(i - 1, 0)).isTrue();
            sum += drawn.at(i, 0);
        }

        assertThat(drawn.rows()).isEqualTo(5_000);
        assertThat(sum / 5_000).isCloseTo(50_000, within(1_500.));
    }

    @Test
    void drawsTheSameRowsEachTime() {
        assertThat(draw(1_000, 10)).isEqualTo(draw(1_000, 10));
    }

    @Test
    void takesAllWhereThereAreNoMore() {
        assertThat(draw(7, 10).rows()).isEqualTo(7);
        assertThat(draw(7, 7).at(6, 0)).isEqualTo(6);
    }

    @Test
    void saysWhenRowsAreMissing() {
        assertThatThrownBy(() -> new RowDraw(3, 2, 2).points()).hasMessage("0 rows were drawn of 2 wanted");
    }

    private static Points draw(int rows, int most) {
        RowDraw draw = new RowDraw(rows, 2, most);
        for (int i = 0; i < rows; i++) {
            draw.row(new float[] {i, -i}, 2);
        }
        return draw.points();
    }
}
