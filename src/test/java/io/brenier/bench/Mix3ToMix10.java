package io.brenier.bench;

import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.vector.VectorUnit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The pair Mix3ToMix10 of the continuous Wasserstein-2 benchmark (Korotin et al. 2021): a mixture of three Gaussians and its image under
 * the gradient of a convex network, so that the optimal map is known. Draws as many samples as are asked for; the same seed gives
 * the same samples. One instance serves one thread.
 */
public final class Mix3ToMix10 {

    private static final int BLOCK = 96;
    private static final int COMPONENTS = 3;

    private final Map<String, FloatArray> arrays;
    private final ConvexQuadraticNetwork first;
    private final ConvexQuadraticNetwork second;
    private final float[] shift;
    private final float scale;
    private final int dimension;

    private Mix3ToMix10(Map<String, FloatArray> arrays) {
        this.arrays = arrays;
        first = new ConvexQuadraticNetwork(arrays, "v1", BLOCK);
        second = new ConvexQuadraticNetwork(arrays, "v2", BLOCK);
        shift = arrays.get("shift").values();
        scale = arrays.get("scale").scalar();
        dimension = shift.length;
    }

    /**
     * The pair in n dimensions, with the constants of a file mix3to10_n{n}_weights.npz.
     *
     * @param folder where the file lies
     */
    public static Mix3ToMix10 load(Path folder, int dimension) throws IOException {
        return read(folder.resolve("mix3to10_n%d_weights.npz".formatted(dimension)));
    }

    static Mix3ToMix10 read(Path file) throws IOException {
        return new Mix3ToMix10(Npz.read(file));
    }

    public int dimension() {
        return dimension;
    }

    /** Var(β), the sum of the coordinates' variances: what UVP divides by. */
    public double targetVariance() {
        return arrays.get("target_total_var").scalar();
    }

    /** Var(α): what the UVP of an inverse map divides by. */
    public double sourceVariance() {
        return arrays.get("source_total_var").scalar();
    }

    /** Samples of α. */
    public Points source(int rows, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        float[][] centres = matrix(arrays.get("gmm_centers"));
        float[][] columns = columns(arrays.get("gmm_maps").values());
        float deviation = arrays.get("gmm_std").scalar();
        float[] values = new float[Math.multiplyExact(rows, dimension)];
        float[] normal = new float[dimension];
        float[] moved = new float[dimension];
        for (int row = 0; row < rows; row++) {
            int component = random.nextInt(COMPONENTS);
            for (int k = 0; k < dimension; k++) {
                normal[k] = (float) random.nextGaussian();
            }
            System.arraycopy(centres[component], 0, moved, 0, dimension);
            for (int k = 0; k < dimension; k++) {
                float times = deviation * normal[k];
                float[] column = columns[component * dimension + k];
                for (int i = 0; i < dimension; i++) {
                    moved[i] += times * column[i];
                }
            }
            System.arraycopy(moved, 0, values, row * dimension, dimension);
        }
        return Points.of(values, rows, dimension);
    }

    /** The columns of every component's matrix, so that the innermost loop runs along one. */
    private float[][] columns(float[] maps) {
        float[][] columns = new float[COMPONENTS * dimension][dimension];
        for (int line = 0; line < columns.length; line++) {
            for (int k = 0; k < dimension; k++) {
                columns[line / dimension * dimension + k][line % dimension] = maps[line * dimension + k];
            }
        }
        return columns;
    }

    /** Samples of β: true images of fresh samples of α, so a seed of its own keeps them independent of those. */
    public Points target(int rows, long seed) {
        return map(source(rows, seed));
    }

    /** T*(x) = ∇ψ(x) for every row. */
    public Points map(Points x) {
        int stride = VectorUnit.padded(dimension);
        float[] images = new float[x.values().length];
        float[] in = new float[BLOCK * dimension];
        float[] out = new float[BLOCK * stride];
        float strong = 2 * arrays.get("strong_convexity").scalar();
        for (int start = 0; start < x.rows(); start += BLOCK) {
            int count = Math.min(BLOCK, x.rows() - start);
            System.arraycopy(x.values(), start * dimension, in, 0, count * dimension);
            Arrays.fill(out, 0);
            first.addGradient(in, dimension, count, out);
            second.addGradient(in, dimension, count, out);
            for (int b = 0; b < count; b++) {
                for (int k = 0; k < dimension; k++) {
                    images[(start + b) * dimension + k] =
                            scale * (out[b * stride + k] + strong * in[b * dimension + k] + shift[k]);
                }
            }
        }
        return Points.of(images, x.rows(), dimension);
    }

    private static float[][] matrix(FloatArray array) {
        int columns = array.shape()[1];
        float[][] matrix = new float[array.shape()[0]][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = Arrays.copyOfRange(array.values(), i * columns, (i + 1) * columns);
        }
        return matrix;
    }
}
