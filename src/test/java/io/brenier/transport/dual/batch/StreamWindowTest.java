package io.brenier.transport.dual.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.measure.Moments;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.measure.stream.SampleStream;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;

class StreamWindowTest {

    /** Rows that say their own number; counts what is read. */
    private static final class Numbers implements SampleStream {

        private final long rows;
        private int reads;

        Numbers(long rows) {
            this.rows = rows;
        }

        @Override
        public long rows() {
            return rows;
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public Points stretch(long from, int count) {
            reads++;
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = (from + i) % rows;
            }
            return Points.of(values, count, 1);
        }
    }

    private static final Standardization UNITS = Standardization.of(Moments.of(Points.of(new float[] {0, 1}, 2, 1)));

    @Test
    void aStreamThatFitsIsReadOnce() {
        Numbers stream = new Numbers(5000);
        StreamWindow window = window(stream);
        for (long step = 0; step < 1_000_000; step += 1000) {
            window.at(step);
        }
        assertThat(stream.reads).isEqualTo(1);
    }

    @Test
    void aLongerOneIsReadAgainWhenAWindowIsUsedUp() {
        Numbers stream = new Numbers(1L << 22);
        StreamWindow window = window(stream);
        Points first = window.at(0);
        assertThat(window.at(1)).isSameAs(first);
        assertThat(window.at(1 << 13)).isNotSameAs(first);
        assertThat(stream.reads).isEqualTo(2);
    }

    @Test
    void theWindowOfAStepDoesNotDependOnWhatRanBefore() {
        long step = 1 << 13;
        StreamWindow resumed = window(new Numbers(1L << 22));
        StreamWindow fromTheStart = window(new Numbers(1L << 22));
        fromTheStart.at(0);
        assertThat(resumed.at(step)).isEqualTo(fromTheStart.at(step));
    }

    private static StreamWindow window(SampleStream stream) {
        return new StreamWindow(stream, UNITS, 3, 1 << 20, 1024);
    }
}
