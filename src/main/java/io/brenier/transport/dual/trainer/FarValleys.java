package io.brenier.transport.dual.trainer;

import io.brenier.transport.conjugate.FarValley;
import io.brenier.transport.network.Potential;
import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The far valleys of f that a run has found, oldest first. Every so often targets of a batch are solved for; what is found there is remembered, since a
 * valley that was raised comes back when nothing holds it up.
 */
final class FarValleys {

    private static final int MOST_KNOWN = 512;
    private static final int SEARCHED_ROWS = 1_024;

    private static final String TARGETS = "y";
    private static final String GUESSES = "guess";
    private static final String BOTTOMS = "bottom";

    private final int searchEvery;
    private final List<FarValley> known = new ArrayList<>();

    /** @param searchEvery updates of f between two searches; 0: there are none */
    FarValleys(int searchEvery) {
        this.searchEvery = searchEvery;
    }

    /** @param update number of f's update, from 0 */
    boolean isSearchDue(long update) {
        return searchEvery > 0 && update > 0 && update % searchEvery == 0;
    }

    /**
     * Searches f for valleys, from where ∇g guesses the argmins of some targets; valleys known already are measured against new guesses.
     *
     * @param y a batch's targets, standardised
     */
    void search(Potential f, Potential g, Points y) {
        guessAgain(g);
        Points some = y.slice(0, Math.min(y.rows(), SEARCHED_ROWS));
        known.addAll(FarValley.search(f, some, g.gradients(some)));
        if (known.size() > MOST_KNOWN) {
            known.subList(0, known.size() - MOST_KNOWN).clear();
        }
    }

    /** A guess that is no number stays what it was: f is not to be evaluated there. */
    private void guessAgain(Potential g) {
        if (!known.isEmpty()) {
            Points guesses =
                    g.gradients(Points.ofRows(known.stream().map(FarValley::y).toArray(float[][]::new)));
            for (int i = 0; i < guesses.rows(); i++) {
                known.set(i, known.get(i).from(guesses.row(i)));
            }
        }
    }

    /**
     * The valleys whose turn it is.
     *
     * @param update number of f's update
     * @param rows of its batch
     */
    ValleyLesson lesson(long update, int rows) {
        int count = Math.min(known.size(), Math.max(1, (int) (rows * ValleyLesson.PART)));
        List<FarValley> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(known.get((int) ((update * count + i) % known.size())));
        }
        return new ValleyLesson(some);
    }

    /** What is known, for a checkpoint. */
    Map<String, float[]> state() {
        return known.isEmpty()
                ? Map.of()
                : Map.of(
                        TARGETS, flat(known.stream().map(FarValley::y).toList()),
                        GUESSES, flat(known.stream().map(FarValley::guess).toList()),
                        BOTTOMS, flat(known.stream().map(FarValley::bottom).toList()));
    }

    /**
     * Knows again what it knew.
     *
     * @param state of a checkpoint; empty where nothing was known, as before valleys were searched for
     */
    void restore(Map<String, float[]> state, int dimension) {
        known.clear();
        Points y = points(state, TARGETS, dimension);
        Points guesses = points(state, GUESSES, dimension);
        Points bottoms = points(state, BOTTOMS, dimension);
        for (int i = 0; i < y.rows(); i++) {
            known.add(new FarValley(y.row(i), guesses.row(i), bottoms.row(i)));
        }
    }

    private static Points points(Map<String, float[]> state, String name, int dimension) {
        float[] values = state.getOrDefault(name, new float[0]);
        return Points.of(values, values.length / dimension, dimension);
    }

    private static float[] flat(List<float[]> rows) {
        return Points.ofRows(rows.toArray(float[][]::new)).values();
    }
}
