package io.brenier.transport.entropic.mixture;

import io.brenier.transport.entropic.GaussianDistance;
import io.brenier.transport.entropic.GaussianMap;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;

/**
 * Transport between Gaussian mixtures: the plan P between the components is optimal for their squared Wasserstein distances, each pair
 * has its affine map x ↦ Mᵢⱼ x + bᵢⱼ, and T(x) = Σᵢⱼ rᵢ(x) Pᵢⱼ/wᵢ (Mᵢⱼ x + bᵢⱼ) with r the shares of the components at x (Delon and
 * Desolneux 2020, section 6.3). No gradient in general. Immutable and safe for use by many threads.
 */
public final class MixtureTransport {

    private final MixtureModel source;
    private final double[][] plan;
    /** Aᵢ = Σⱼ Pᵢⱼ/wᵢ Mᵢⱼ and cᵢ = Σⱼ Pᵢⱼ/wᵢ bᵢⱼ: one affine map for each component of the source. */
    private final GaussianMap[] maps;

    private MixtureTransport(MixtureModel source, double[][] plan, GaussianMap[] maps) {
        this.source = source;
        this.plan = plan;
        this.maps = maps;
    }

    public static MixtureTransport between(MixtureModel source, MixtureModel target) {
        double[][] costs = new double[source.size()][target.size()];
        for (int i = 0; i < source.size(); i++) {
            for (int j = 0; j < target.size(); j++) {
                costs[i][j] = GaussianDistance.w2Squared(
                        source.components().get(i), target.components().get(j));
            }
        }
        double[][] plan = TransportationPlan.between(source.weights(), target.weights(), costs);
        GaussianMap[] maps = new GaussianMap[source.size()];
        for (int i = 0; i < maps.length; i++) {
            maps[i] = barycentre(source, target, plan[i], i);
        }
        return new MixtureTransport(source, plan, maps);
    }

    /** P, [k][l]. */
    public double[][] plan() {
        return plan;
    }

    /** T(x) for every row: [n, d] → [n, d]. */
    public Points apply(Points points) {
        int d = points.dimension();
        float[] values = points.values();
        float[] images = new float[values.length];
        double[] shares = new double[source.size()];
        double[] scratch = new double[d];
        double[] image = new double[d];
        for (int offset = 0; offset < values.length; offset += d) {
            source.shares(values, offset, shares, scratch);
            Arrays.fill(image, 0);
            for (int k = 0; k < shares.length; k++) {
                if (shares[k] > 0) {
                    add(maps[k], shares[k], values, offset, image);
                }
            }
            for (int i = 0; i < d; i++) {
                images[offset + i] = (float) image[i];
            }
        }
        return Points.of(images, points.rows(), d);
    }

    private static void add(GaussianMap map, double share, float[] values, int offset, double[] image) {
        int d = image.length;
        double[] matrix = map.matrix();
        for (int i = 0; i < d; i++) {
            double sum = map.shift()[i];
            for (int j = 0; j < d; j++) {
                sum += matrix[i * d + j] * values[offset + j];
            }
            image[i] += share * sum;
        }
    }

    private static GaussianMap barycentre(MixtureModel source, MixtureModel target, double[] row, int i) {
        int d = source.components().get(i).dimension();
        double weight = Arrays.stream(row).sum();
        double[] matrix = new double[d * d];
        double[] shift = new double[d];
        for (int j = 0; j < row.length; j++) {
            if (row[j] > 0) {
                GaussianMap map = GaussianMap.between(
                        source.components().get(i), target.components().get(j));
                for (int k = 0; k < matrix.length; k++) {
                    matrix[k] += row[j] / weight * map.matrix()[k];
                }
                for (int k = 0; k < d; k++) {
                    shift[k] += row[j] / weight * map.shift()[k];
                }
            }
        }
        return new GaussianMap(matrix, shift);
    }
}
