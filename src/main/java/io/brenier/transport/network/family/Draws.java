package io.brenier.transport.network.family;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random numbers for weights, drawn by Java from a seed: the same everywhere. No more than so many: the size of a network that a file
 * describes is known only as it is built.
 */
final class Draws {

    /** Standard deviation of a normal variable cut off at two standard deviations. */
    private static final double TRUNCATED_DEVIATION = 0.87962566103423978;

    private static final double CUT = 2;

    private final SplittableRandom random;
    private long left;

    Draws(long seed) {
        this(seed, Long.MAX_VALUE);
    }

    Draws(long seed, long most) {
        random = new SplittableRandom(seed);
        left = most;
    }

    /** N(0, deviation²). */
    float[] normal(long count, double deviation) {
        float[] values = room(count);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }

    /** LeCun's: normal, cut off at two standard deviations, of variance 1/fan_in. */
    float[] lecun(int fanIn, int outputs) {
        double deviation = 1 / (Math.sqrt(fanIn) * TRUNCATED_DEVIATION);
        float[] values = room((long) fanIn * outputs);
        for (int i = 0; i < values.length; i++) {
            double z = random.nextGaussian();
            while (Math.abs(z) > CUT) {
                z = random.nextGaussian();
            }
            values[i] = (float) (deviation * z);
        }
        return values;
    }

    /** Log-normal with this mean and variance. */
    float[] logNormal(long count, double mean, double variance) {
        double spread = Math.log1p(variance / (mean * mean));
        float[] values = room(count);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.exp(Math.log(mean) - spread / 2 + Math.sqrt(spread) * random.nextGaussian());
        }
        return values;
    }

    float[] constant(long count, double value) {
        float[] values = room(count);
        Arrays.fill(values, (float) value);
        return values;
    }

    private float[] room(long count) {
        if (count > left) {
            throw new IllegalArgumentException("the network has more parameters than there are numbers for");
        }
        left -= count;
        return new float[Math.toIntExact(count)];
    }

    static float[] scaled(float[] values, double factor) {
        float[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= (float) factor;
        }
        return scaled;
    }
}
