package io.brenier.transport.dual.trainer;

import io.brenier.transport.conjugate.FarValley;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.stream.Stream;

/** What one update of f learns of far valleys: at the bottom of each that is too deep f rises, at the guess it falls, as E f*(y) of the dual has it. */
record ValleyLesson(List<FarValley> valleys) {

    /** Of a batch: of its weight, and of its rows as many as a lesson has valleys at most. */
    static final double PART = 1.0 / 32;

    static final ValleyLesson NONE = new ValleyLesson(List.of());

    boolean isEmpty() {
        return valleys.isEmpty();
    }

    /** The bottoms, then the guesses: where f is to be evaluated; of no lesson without valleys. */
    Points points() {
        return Points.ofRows(Stream.concat(
                        valleys.stream().map(FarValley::bottom),
                        valleys.stream().map(FarValley::guess))
                .toArray(float[][]::new));
    }

    /**
     * ∂loss/∂f at the points: together the valleys of a lesson have a part of the weight that all rows of a batch have, be there one or many.
     *
     * @param values f of these points, from the index on
     */
    float[] weights(float[] values, int from) {
        int count = valleys.size();
        double share = PART / count;
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
