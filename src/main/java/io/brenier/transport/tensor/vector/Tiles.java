package io.brenier.transport.tensor.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * C ← C + A B for a tile of C that stays in registers: up to six rows, one or two vectors wide. Element (i, k) of A lies at a + i·row +
 * k·step, so that A and its transpose are read alike; row k of B at b + k·rowOfB. Every element of C is added up over k in order, by fused
 * multiply-adds and apart from its neighbours: its bits depend neither on the other rows nor on the processor.
 */
final class Tiles {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** Floats in a vector. */
    static final int LANES = SPECIES.length();

    private static final int ROWS = 6;

    private Tiles() {}

    /** Two vectors wide. */
    static void addWide(
            float[] a,
            int from,
            int row,
            int step,
            int rows,
            float[] b,
            int rowsFrom,
            int rowOfB,
            int depth,
            float[] c,
            int to,
            int rowOfC) {
        int i = 0;
        for (; i + ROWS <= rows; i += ROWS) {
            addSixWide(a, from + i * row, row, step, b, rowsFrom, rowOfB, depth, c, to + i * rowOfC, rowOfC);
        }
        for (; i < rows; i++) {
            addOneWide(a, from + i * row, step, b, rowsFrom, rowOfB, depth, c, to + i * rowOfC);
        }
    }

    /** One vector wide. */
    static void addNarrow(
            float[] a,
            int from,
            int row,
            int step,
            int rows,
            float[] b,
            int rowsFrom,
            int rowOfB,
            int depth,
            float[] c,
            int to,
            int rowOfC) {
        int i = 0;
        for (; i + ROWS <= rows; i += ROWS) {
            addSixNarrow(a, from + i * row, row, step, b, rowsFrom, rowOfB, depth, c, to + i * rowOfC, rowOfC);
        }
        for (; i < rows; i++) {
            addOneNarrow(a, from + i * row, step, b, rowsFrom, rowOfB, depth, c, to + i * rowOfC);
        }
    }

    private static void addSixWide(
            float[] a,
            int a0,
            int row,
            int step,
            float[] b,
            int from,
            int rowOfB,
            int depth,
            float[] c,
            int to,
            int rowOfC) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector l0 = zero;
        FloatVector r0 = zero;
        FloatVector l1 = zero;
        FloatVector r1 = zero;
        FloatVector l2 = zero;
        FloatVector r2 = zero;
        FloatVector l3 = zero;
        FloatVector r3 = zero;
        FloatVector l4 = zero;
        FloatVector r4 = zero;
        FloatVector l5 = zero;
        FloatVector r5 = zero;
        int a1 = a0 + row;
        int a2 = a1 + row;
        int a3 = a2 + row;
        int a4 = a3 + row;
        int a5 = a4 + row;
        for (int k = 0; k < depth; k++) {
            int column = k * step;
            FloatVector left = FloatVector.fromArray(SPECIES, b, from + k * rowOfB);
            FloatVector right = FloatVector.fromArray(SPECIES, b, from + k * rowOfB + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + column]);
            l0 = x.fma(left, l0);
            r0 = x.fma(right, r0);
            x = FloatVector.broadcast(SPECIES, a[a1 + column]);
            l1 = x.fma(left, l1);
            r1 = x.fma(right, r1);
            x = FloatVector.broadcast(SPECIES, a[a2 + column]);
            l2 = x.fma(left, l2);
            r2 = x.fma(right, r2);
            x = FloatVector.broadcast(SPECIES, a[a3 + column]);
            l3 = x.fma(left, l3);
            r3 = x.fma(right, r3);
            x = FloatVector.broadcast(SPECIES, a[a4 + column]);
            l4 = x.fma(left, l4);
            r4 = x.fma(right, r4);
            x = FloatVector.broadcast(SPECIES, a[a5 + column]);
            l5 = x.fma(left, l5);
            r5 = x.fma(right, r5);
        }
        add(l0, r0, c, to);
        add(l1, r1, c, to + rowOfC);
        add(l2, r2, c, to + 2 * rowOfC);
        add(l3, r3, c, to + 3 * rowOfC);
        add(l4, r4, c, to + 4 * rowOfC);
        add(l5, r5, c, to + 5 * rowOfC);
    }

    private static void addOneWide(
            float[] a, int a0, int step, float[] b, int from, int rowOfB, int depth, float[] c, int to) {
        FloatVector l = FloatVector.zero(SPECIES);
        FloatVector r = FloatVector.zero(SPECIES);
        for (int k = 0; k < depth; k++) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k * step]);
            l = x.fma(FloatVector.fromArray(SPECIES, b, from + k * rowOfB), l);
            r = x.fma(FloatVector.fromArray(SPECIES, b, from + k * rowOfB + LANES), r);
        }
        add(l, r, c, to);
    }

    private static void addSixNarrow(
            float[] a,
            int a0,
            int row,
            int step,
            float[] b,
            int from,
            int rowOfB,
            int depth,
            float[] c,
            int to,
            int rowOfC) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c0 = zero;
        FloatVector c1 = zero;
        FloatVector c2 = zero;
        FloatVector c3 = zero;
        FloatVector c4 = zero;
        FloatVector c5 = zero;
        int a1 = a0 + row;
        int a2 = a1 + row;
        int a3 = a2 + row;
        int a4 = a3 + row;
        int a5 = a4 + row;
        for (int k = 0; k < depth; k++) {
            int column = k * step;
            FloatVector y = FloatVector.fromArray(SPECIES, b, from + k * rowOfB);
            c0 = FloatVector.broadcast(SPECIES, a[a0 + column]).fma(y, c0);
            c1 = FloatVector.broadcast(SPECIES, a[a1 + column]).fma(y, c1);
            c2 = FloatVector.broadcast(SPECIES, a[a2 + column]).fma(y, c2);
            c3 = FloatVector.broadcast(SPECIES, a[a3 + column]).fma(y, c3);
            c4 = FloatVector.broadcast(SPECIES, a[a4 + column]).fma(y, c4);
            c5 = FloatVector.broadcast(SPECIES, a[a5 + column]).fma(y, c5);
        }
        add(c0, c, to);
        add(c1, c, to + rowOfC);
        add(c2, c, to + 2 * rowOfC);
        add(c3, c, to + 3 * rowOfC);
        add(c4, c, to + 4 * rowOfC);
        add(c5, c, to + 5 * rowOfC);
    }

    private static void addOneNarrow(
            float[] a, int a0, int step, float[] b, int from, int rowOfB, int depth, float[] c, int to) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int k = 0; k < depth; k++) {
            sum = FloatVector.broadcast(SPECIES, a[a0 + k * step])
                    .fma(FloatVector.fromArray(SPECIES, b, from + k * rowOfB), sum);
        }
        add(sum, c, to);
    }

    private static void add(FloatVector left, FloatVector right, float[] c, int at) {
        add(left, c, at);
        add(right, c, at + LANES);
    }

    private static void add(FloatVector sum, float[] c, int at) {
        FloatVector.fromArray(SPECIES, c, at).add(sum).intoArray(c, at);
    }
}
