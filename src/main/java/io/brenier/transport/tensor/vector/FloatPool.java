package io.brenier.transport.tensor.vector;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Arrays to use again: those of a batch hold megabytes, which the JVM would clear anew in every step. Holds what was given back until it is
 * itself forgotten. Belongs to one thread at a time.
 */
public final class FloatPool {

    private final Map<Integer, Deque<float[]>> free = new HashMap<>();

    /** An array of this length with any numbers in it. */
    public float[] take(int length) {
        Deque<float[]> known = free.get(length);
        float[] array = known == null ? null : known.poll();
        return array == null ? new float[length] : array;
    }

    /** Takes an array back, which the giver must not touch any more. */
    public void give(float[] array) {
        free.computeIfAbsent(array.length, length -> new ArrayDeque<>()).push(array);
    }
}
