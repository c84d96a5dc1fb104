package io.brenier.transport.network.curve;

import ai.djl.ndarray.NDArray;

/** A function of one number with its slope, in double and on the engine: what turns a raw parameter into the weight that a network uses. */
public interface Rectifier {

    double value(double a);

    double slope(double a);

    /** The function of every element, a new array. */
    NDArray value(EngineNumbers numbers, NDArray a);

    /** The slope at every element, a new array. */
    NDArray slope(EngineNumbers numbers, NDArray a);
}
