package io.brenier.transport.tensor.vector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Arrays to use again: those of a batch hold megabytes, which the JVM would clear anew in every step. Lengths are powers of two, so that
 * batches of ever other sizes, as a solver makes them whose rows finish one by one, do not pile up. Belongs to one thread at a time.
 */
public final class FloatPool {

    private final List<Deque<float[]>> free = new ArrayList<>();

    public FloatPool() {
        for (int bits = 0; bits < Integer.SIZE; bits++) {
            free.add(new ArrayDeque<>());
        }
    }

    /** An array of at least this length with any numbers in it. */
    public float[] take(int length) {
        int bits = length <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(length - 1);
        float[] known = free.get(bits).poll();
        // Above 2^30 a power of two is no array's length.
        return known == null ? new float[bits == Integer.SIZE - 1 ? length : 1 << bits] : known;
    }

    /** Takes an array back, which the giver must not touch any more. */
    public void give(float[] array) {
        if (Integer.bitCount(array.length) == 1) {
            free.get(Integer.numberOfTrailingZeros(array.length)).push(array);
        }
    }
}
