package io.brenier.training.problem;

import io.brenier.transport.measure.stream.RowFile;
import io.brenier.transport.measure.stream.SampleStream;
import io.brenier.transport.tensor.Points;
import org.jspecify.annotations.Nullable;

/**
 * One side of a problem.
 *
 * @param points in memory
 * @param validation held out; null: the trainer holds some of the points out
 * @param stream where batches come from; null: from the points
 * @param file of the stream
 */
record LoadedSide(
        Points points,
        @Nullable Points validation,
        @Nullable SampleStream stream,
        @Nullable RowFile file) {

    static LoadedSide inMemory(Points points, @Nullable Points validation) {
        return new LoadedSide(points, validation, null, null);
    }
}
