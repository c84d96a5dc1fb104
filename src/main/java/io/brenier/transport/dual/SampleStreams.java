package io.brenier.transport.dual;

import io.brenier.transport.measure.stream.SampleStream;
import org.jspecify.annotations.Nullable;

/**
 * Where batches come from on a side whose samples do not fit into memory; the problem's own points are then a draw from it, for all that is not done in batches.
 *
 * @param source null: batches are drawn from the problem's source
 * @param target null: batches are drawn from the problem's target
 * @param windowRows so many rows of a side, at most, may lie in memory for batches to be drawn from; batches are as even as a window is long
 */
public record SampleStreams(
        @Nullable SampleStream source, @Nullable SampleStream target, int windowRows) {

    /** Everything fits. */
    public static final SampleStreams NONE = new SampleStreams(null, null, 0);

    /** The same with the sides exchanged. */
    public SampleStreams swapped() {
        return new SampleStreams(target, source, windowRows);
    }

    public boolean isEmpty() {
        return source == null && target == null;
    }
}
