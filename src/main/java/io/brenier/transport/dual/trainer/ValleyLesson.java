package io.brenier.transport.dual.trainer;

import io.brenier.transport.conjugate.FarValley;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.stream.Stream;

/** What one update of f learns of far valleys: at the bottom of each that is too deep f rises, at the guess it falls, as E f*(y) of the dual has it. */
record ValleyLesson(List<FarValley> valleys) {

    static final ValleyLesson NONE = new ValleyLesson(List.of());

    boolean isEmpty() {
        return valleys.isEmpty();
    }

    /** The bottoms, then the guesses: where f is to be evaluated. */
    Points points() {
        return Points.ofRows(Stream.concat(
                        valleys.stream().map(FarValley::bottom),
                        valleys.stream().map(FarValley::guess))
                .toArray(float[][]::new));
    }

    /**
     * ∂loss/∂f at the points.
     *
     * @param values f of these points, from the index on
     * @param share weight of a row
     */
    float[] weights(float[] values, int from, double share) {
        int count = valleys.size();
        float[] weights = new float[2 * count];
        for (int i = 0; i < count; i++) {
            if (valleys.get(i).isTooDeep(values[from + i], values[from + count + i])) {
                weights[i] = (float) -share;
                weights[count + i] = (float) share;
            }
        }
        return weights;
    }
}
