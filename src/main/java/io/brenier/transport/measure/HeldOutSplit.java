package io.brenier.transport.measure;

import io.brenier.transport.tensor.Points;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * A set cut at random in two: what a trainer learns from and what it is scored on.
 *
 * @param training the larger part
 * @param heldOut the rest, never trained on
 */
public record HeldOutSplit(Points training, Points heldOut) {

    /** Smaller sets are not split: all their rows are trained on and scored with. */
    public static final int FEWEST_TO_SPLIT = 10;

    /** More held-out points than these make scores dearer, not better: of a larger validation set so many are drawn. */
    public static final int MOST_GIVEN = 2_000;

    private static final int FEWEST = 100;
    private static final int MOST = 1_000;

    /** A tenth of the rows, but 100 to 1,000 of them, and never more than a fifth of a small set; at least one. */
    public static int usualRows(int rows) {
        int tenth = Math.clamp(rows / 10, FEWEST, MOST);
        return Math.max(1, Math.min(tenth, rows / 5));
    }

    /**
     * How many rows a side is scored on.
     *
     * @param rows of the side
     * @param validationRows of its validation set; 0 where there is none
     */
    public static int heldOutRows(int rows, int validationRows) {
        if (validationRows > 0) {
            return Math.min(validationRows, MOST_GIVEN);
        }
        return rows < FEWEST_TO_SPLIT ? rows : usualRows(rows);
    }

    /** What {@link #usualRows} leaves to train on; sets of fewer than {@link #FEWEST_TO_SPLIT} rows are not split. */
    public static int usualTrainingRows(int rows) {
        return rows < FEWEST_TO_SPLIT ? rows : rows - usualRows(rows);
    }

    /**
     * Holds the given number of rows out. The same seed gives the same split, and both parts keep the order that the shuffle gave them.
     *
     * @throws IllegalArgumentException if that leaves no row on one of the sides
     */
    public static HeldOutSplit of(Points points, int heldOutRows, long seed) {
        int rows = points.rows();
        if (heldOutRows < 1 || heldOutRows >= rows) {
            throw new IllegalArgumentException(
                    "%d of %d rows cannot be held out; 1 to %d can".formatted(heldOutRows, rows, rows - 1));
        }
        return cut(points, shuffled(rows, seed), place -> place < heldOutRows);
    }

    /**
     * Holds one of several parts out, of as many rows but for one. With the same seed every row is in one part; the parts are drawn, as sets
     * are often ordered.
     *
     * @param fold which part, from 0
     * @param count of the parts
     * @throws IllegalArgumentException if that leaves no row on one of the sides
     */
    public static HeldOutSplit fold(Points points, int fold, int count, long seed) {
        int rows = points.rows();
        if (count < 2 || count > rows || fold < 0 || fold >= count) {
            throw new IllegalArgumentException(
                    "part %d of %d cannot be held out of %d rows".formatted(fold, count, rows));
        }
        return cut(points, shuffled(rows, seed), place -> place % count == fold);
    }

    private static HeldOutSplit cut(Points points, int[] order, IntPredicate isHeldOut) {
        return new HeldOutSplit(
                points.select(placed(order, isHeldOut.negate())), points.select(placed(order, isHeldOut)));
    }

    private static int[] placed(int[] order, IntPredicate kept) {
        return IntStream.range(0, order.length)
                .filter(kept)
                .map(place -> order[place])
                .toArray();
    }

    private static int[] shuffled(int rows, long seed) {
        // Named, not default: the default generator may change with the JDK, and with it every split that a model's
        // provenance records.
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        for (int i = rows - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }
}
