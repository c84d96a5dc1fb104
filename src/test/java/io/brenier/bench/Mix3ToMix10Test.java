package io.brenier.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.measure.Moments;
import io.brenier.transport.tensor.Points;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On made-up weights of the benchmark's layout, against the formulas written down once more, in double and without any cleverness. */
class Mix3ToMix10Test {

    private static final int N = 3;
    private static final int[] WIDTHS = {11, 9, 5};

    @TempDir
    private Path folder;

    private final Map<String, FloatArray> arrays = madeUp();
    private Mix3ToMix10 pair;

    @BeforeEach
    void writeAndReadTheFile() throws IOException {
        NpzFile.write(folder.resolve("mix3to10_n3_weights.npz"), arrays);
        pair = Mix3ToMix10.load(folder, N);
    }

    @Test
    void mapsByTheGradientOfThePotential() {
        Points x = pair.source(150, 1);

        Points images = pair.map(x);

        double step = 1e-5;
        for (int row : new int[] {0, 1, 127, 128, 149}) {
            for (int k = 0; k < N; k++) {
                double[] forward = doubles(x.row(row));
                double[] backward = forward.clone();
                forward[k] += step;
                backward[k] -= step;
                double slope = (potential(forward) - potential(backward)) / (2 * step);
                assertThat((double) images.at(row, k)).isCloseTo(slope, within(1e-4));
            }
        }
    }

    @Test
    void drawsTheMixture() {
        Moments moments = Moments.of(pair.source(40_000, 2));

        // centres at the unit vectors; every map is the identity
        double third = 1.0 / 3;
        double variance = 0.16 + third - third * third;
        double covariance = -third * third;
        assertThat(moments.mean()).containsExactly(new double[] {third, third, third}, within(0.01));
        assertThat(moments.covariance())
                .containsExactly(
                        new double[] {
                            variance,
                            covariance,
                            covariance,
                            covariance,
                            variance,
                            covariance,
                            covariance,
                            covariance,
                            variance
                        },
                        within(0.01));
    }

    @Test
    void followsFromTheSeedAlone() {
        assertThat(pair.source(10, 5)).isEqualTo(pair.source(10, 5)).isNotEqualTo(pair.source(10, 6));
        assertThat(pair.target(200, 5)).isEqualTo(pair.map(pair.source(200, 5)));
    }

    @Test
    void knowsTheVariances() {
        assertThat(pair.dimension()).isEqualTo(N);
        assertThat(pair.targetVariance()).isEqualTo(2.5);
        assertThat(pair.sourceVariance()).isEqualTo(1.25);
    }

    private double potential(double[] x) {
        double shift = 0;
        for (int k = 0; k < N; k++) {
            shift += arrays.get("shift").values()[k] * x[k];
        }
        return arrays.get("scale").scalar() * (network("v1", x) + network("v2", x) + shift);
    }

    private double network(String prefix, double[] x) {
        double[] s0 = skip(prefix, 0, x);
        double[] h1 = celu(plus(product(arrays.get(prefix + "_A1"), s0), skip(prefix, 1, x)));
        double[] h2 = celu(plus(product(arrays.get(prefix + "_A2"), h1), skip(prefix, 2, x)));
        double norm = 0;
        for (double coordinate : x) {
            norm += coordinate * coordinate;
        }
        return product(arrays.get(prefix + "_a_out"), h2)[0]
                + arrays.get("strong_convexity").scalar() / 2 * norm;
    }

    private double[] skip(String prefix, int layer, double[] x) {
        float[] factors = arrays.get(prefix + "_Q" + layer).values();
        float[] bias = arrays.get(prefix + "_b" + layer).values();
        double[] result = product(arrays.get(prefix + "_W" + layer), x);
        for (int j = 0; j < result.length; j++) {
            double q = 0;
            for (int k = 0; k < N; k++) {
                q += x[k] * factors[k * result.length + j];
            }
            result[j] += q * q + bias[j];
        }
        return result;
    }

    private static double[] product(FloatArray matrix, double[] vector) {
        double[] result = new double[matrix.shape()[0]];
        for (int i = 0; i < result.length; i++) {
            for (int k = 0; k < vector.length; k++) {
                result[i] += matrix.values()[i * vector.length + k] * vector[k];
            }
        }
        return result;
    }

    private static double[] plus(double[] left, double[] right) {
        double[] sum = left.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += right[i];
        }
        return sum;
    }

    private static double[] celu(double[] z) {
        double[] result = z.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] = z[i] > 0 ? z[i] : Math.expm1(z[i]);
        }
        return result;
    }

    private static double[] doubles(float[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = values[i];
        }
        return result;
    }

    private static Map<String, FloatArray> madeUp() {
        Random random = new Random(1);
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        for (String prefix : new String[] {"v1", "v2"}) {
            for (int l = 0; l < WIDTHS.length; l++) {
                arrays.put(prefix + "_Q" + l, drawn(random, -0.5, N, WIDTHS[l]));
                arrays.put(prefix + "_W" + l, drawn(random, -0.5, WIDTHS[l], N));
                arrays.put(prefix + "_b" + l, drawn(random, -0.5, WIDTHS[l]));
            }
            arrays.put(prefix + "_A1", drawn(random, 0, WIDTHS[1], WIDTHS[0]));
            arrays.put(prefix + "_A2", drawn(random, 0, WIDTHS[2], WIDTHS[1]));
            arrays.put(prefix + "_a_out", drawn(random, 0, 1, WIDTHS[2]));
        }
        arrays.put("strong_convexity", scalar(0.01f));
        arrays.put("shift", drawn(random, -0.5, N));
        arrays.put("scale", scalar(0.3f));
        float[] identity = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        float[] maps = new float[27];
        for (int i = 0; i < maps.length; i++) {
            maps[i] = identity[i % 9];
        }
        arrays.put("gmm_centers", new FloatArray(new int[] {3, N}, identity));
        arrays.put("gmm_maps", new FloatArray(new int[] {3, N, N}, maps));
        arrays.put("gmm_std", scalar(0.4f));
        arrays.put("target_total_var", scalar(2.5f));
        arrays.put("source_total_var", scalar(1.25f));
        return arrays;
    }

    private static FloatArray drawn(Random random, double least, int... shape) {
        int count = 1;
        for (int size : shape) {
            count *= size;
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (least + random.nextDouble());
        }
        return new FloatArray(shape, values);
    }

    private static FloatArray scalar(float value) {
        return new FloatArray(new int[0], new float[] {value});
    }
}
