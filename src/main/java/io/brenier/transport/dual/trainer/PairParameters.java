package io.brenier.transport.dual.trainer;

/**
 * The parameters of a pair's networks; both empty stand for the start without networks. Nobody writes to the arrays.
 *
 * @param potential of f
 * @param amortizer of the amortizer
 */
record PairParameters(float[] potential, float[] amortizer) {

    static final PairParameters START = new PairParameters(new float[0], new float[0]);

    boolean isStart() {
        return potential.length == 0;
    }
}
