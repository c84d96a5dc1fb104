package io.brenier.transport.dual.batch;

import io.brenier.transport.tensor.Points;

/** The map that a training has come to, along which samples are coupled. */
public interface TrainedMap {

    /** Of the moment. */
    float[] parameters();

    /** ∇f(x_i) at such parameters, be they of the moment or earlier ones; the same bits each time. */
    Points images(float[] parameters, Points x);
}
