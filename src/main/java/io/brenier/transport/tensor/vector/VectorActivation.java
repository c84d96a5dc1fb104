package io.brenier.transport.tensor.vector;

import io.brenier.transport.tensor.Elementwise;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Activations and their derivatives as functions of their outputs h, over stretches whose lengths are multiples of the vectors'. Every
 * activation has loops of its own: one that asked for the function in every round would box its vectors.
 */
public enum VectorActivation {
    /** max(a, 0) + e^min(a, 0) − 1. */
    ELU,
    /** max(a, 0.2 a); its kink counts as straight. */
    LEAKY_RELU,
    /** tanh a. */
    TANH;

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final float LEAK = 0.2f;
    /** Below it e^x − 1 is −1 in float. */
    private static final float UNDERFLOW = -18f;

    private static final float LOG2_E = 1.44269504f;
    private static final float NEGATIVE_LN_2 = -0.693147181f;
    /** 1.5 · 2^23: what is added to it is rounded to an integer, which then stands in the lowest bits. */
    private static final float ROUNDING = 0x1.8p23f;

    private static final int MANTISSA_BITS = 23;
    private static final int ONE_AS_BITS = Float.floatToRawIntBits(1f);

    /** a ← act(a) from one element (inclusive) to another (exclusive). */
    public void apply(float[] a, int from, int to) {
        switch (this) {
            case ELU -> applyElu(a, from, to);
            case LEAKY_RELU -> Elementwise.leakyRelu(a, from, to, LEAK);
            case TANH -> Elementwise.tanh(a, from, to);
        }
    }

    /** y ← x act′. */
    public void timesDerivative(float[] x, int xFrom, float[] h, int hFrom, float[] y, int yFrom, int count) {
        switch (this) {
            case ELU -> {
                for (int i = 0; i < count; i += Tiles.LANES) {
                    // By what is not above zero, so that NaN stays NaN.
                    FloatVector value = at(x, xFrom + i);
                    FloatVector output = at(h, hFrom + i);
                    value.mul(output.add(1))
                            .blend(value, output.compare(VectorOperators.GT, 0))
                            .intoArray(y, yFrom + i);
                }
            }
            case LEAKY_RELU -> {
                for (int i = 0; i < count; i += Tiles.LANES) {
                    FloatVector value = at(x, xFrom + i);
                    value.mul(LEAK)
                            .blend(value, at(h, hFrom + i).compare(VectorOperators.GT, 0))
                            .intoArray(y, yFrom + i);
                }
            }
            case TANH -> {
                for (int i = 0; i < count; i += Tiles.LANES) {
                    FloatVector output = at(h, hFrom + i);
                    FloatVector value = at(x, xFrom + i);
                    value.sub(output.mul(output).mul(value)).intoArray(y, yFrom + i);
                }
            }
        }
    }

    /** y ← y δ act″/act′, where δ lies as h does. */
    public void timesCurvature(float[] delta, float[] h, int from, float[] y, int yFrom, int count) {
        switch (this) {
            case ELU -> {
                for (int i = 0; i < count; i += Tiles.LANES) {
                    FloatVector value = at(y, yFrom + i).mul(at(delta, from + i));
                    value.blend(0, at(h, from + i).compare(VectorOperators.GE, 0))
                            .intoArray(y, yFrom + i);
                }
            }
            case LEAKY_RELU -> Arrays.fill(y, yFrom, yFrom + count, 0);
            case TANH -> {
                for (int i = 0; i < count; i += Tiles.LANES) {
                    at(y, yFrom + i)
                            .mul(at(delta, from + i))
                            .mul(at(h, from + i).mul(-2))
                            .intoArray(y, yFrom + i);
                }
            }
        }
    }

    /**
     * With k = round(x / ln 2) and r = x − k ln 2, e^x − 1 = 2^k (e^r − 1) + (2^k − 1) loses nothing near 0; e^r − 1 is its series up to
     * r⁷/5040. Within 3e-7 of the exact value. What is positive stays, whatever the series makes of it.
     */
    private static void applyElu(float[] a, int from, int to) {
        for (int i = from; i < to; i += Tiles.LANES) {
            FloatVector value = at(a, i);
            FloatVector x = value.blend(UNDERFLOW, value.lt(UNDERFLOW));
            FloatVector shifted = x.mul(LOG2_E).add(ROUNDING);
            FloatVector k = shifted.sub(ROUNDING);
            FloatVector r = k.fma(FloatVector.broadcast(SPECIES, NEGATIVE_LN_2), x);
            FloatVector series = r.mul(1f / 5040).add(1f / 720);
            series = series.fma(r, FloatVector.broadcast(SPECIES, 1f / 120));
            series = series.fma(r, FloatVector.broadcast(SPECIES, 1f / 24));
            series = series.fma(r, FloatVector.broadcast(SPECIES, 1f / 6));
            series = series.fma(r, FloatVector.broadcast(SPECIES, 1f / 2));
            series = series.fma(r, FloatVector.broadcast(SPECIES, 1f)).mul(r);
            FloatVector power = shifted.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, MANTISSA_BITS)
                    .add(ONE_AS_BITS)
                    .reinterpretAsFloats();
            value.blend(power.fma(series, power.sub(1)), value.lt(0)).intoArray(a, i);
        }
    }

    private static FloatVector at(float[] array, int from) {
        return FloatVector.fromArray(SPECIES, array, from);
    }
}
