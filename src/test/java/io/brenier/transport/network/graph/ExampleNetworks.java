package io.brenier.transport.network.graph;

import io.brenier.transport.network.ActNormIcnnSpec;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.ConvexActivation;
import io.brenier.transport.network.DenseIcnnSpec;
import io.brenier.transport.network.HyCnnSpec;
import io.brenier.transport.network.IcgnSpec;
import io.brenier.transport.network.IcnnSpec;
import io.brenier.transport.network.ModularSpec;
import io.brenier.transport.network.NetworkSpec;
import io.brenier.transport.network.PositiveWeights;
import io.brenier.transport.network.PotentialNnSpec;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.network.curve.SlopeActivation;
import io.brenier.transport.network.family.Potentials;
import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A small network of every kind and with every part, at numbers none of which is special. */
enum ExampleNetworks {
    ICNN_RELU(icnn(ConvexActivation.RELU, 1, PositiveWeights.rectified(), PotentialStart.IDENTITY)),
    ICNN_LEAKY(icnn(ConvexActivation.LEAKY_RELU, 2, PositiveWeights.projected(), PotentialStart.GAUSSIAN)),
    ICNN_SOFTPLUS(icnn(ConvexActivation.SOFTPLUS, 3, PositiveWeights.rectified(), PotentialStart.GAUSSIAN)),
    ICNN_ELU(icnn(ConvexActivation.ELU, 0, PositiveWeights.projected(), PotentialStart.IDENTITY)),
    ICNN_PENALIZED(icnn(ConvexActivation.SOFTPLUS, 1, PositiveWeights.penalized(1), PotentialStart.GAUSSIAN)),
    ACT_NORM(new ActNormIcnnSpec(List.of(6, 5, 4), ConvexActivation.ELU, true, 1, PotentialStart.GAUSSIAN)),
    WITHOUT_ACT_NORM(
            new ActNormIcnnSpec(List.of(6, 5), ConvexActivation.LEAKY_RELU, false, 0.5, PotentialStart.GAUSSIAN)),
    DENSE(new DenseIcnnSpec(List.of(6, 5), 1, PositiveWeights.projected(), 1, PotentialStart.GAUSSIAN)),
    DENSE_RANK_2(new DenseIcnnSpec(List.of(6, 5), 2, PositiveWeights.rectified(), 1, PotentialStart.IDENTITY)),
    HYCNN(new HyCnnSpec(List.of(6, 5), 1, PositiveWeights.projected(), 1, PotentialStart.GAUSSIAN)),
    HYCNN_COLD(new HyCnnSpec(List.of(6, 5), 0.3, PositiveWeights.rectified(), 1, PotentialStart.GAUSSIAN)),
    ICGN(new IcgnSpec(7, SlopeActivation.SIGMOID, 0, false, PotentialStart.IDENTITY)),
    ICGN_TANH(new IcgnSpec(7, SlopeActivation.TANH, 0, true, PotentialStart.GAUSSIAN)),
    ICGN_SILU(new IcgnSpec(7, SlopeActivation.SILU, 24, true, PotentialStart.GAUSSIAN)),
    ICGN_SOFTPLUS(new IcgnSpec(7, SlopeActivation.SOFTPLUS, 24, false, PotentialStart.IDENTITY)),
    MODULAR(new ModularSpec(3, 4, PotentialStart.GAUSSIAN)),
    POTENTIAL_NN(new PotentialNnSpec(List.of(6, 5), Activation.ELU, PotentialStart.GAUSSIAN)),
    POTENTIAL_NN_TANH(new PotentialNnSpec(List.of(6), Activation.TANH, PotentialStart.GAUSSIAN));

    static final int D = 4;

    private final NetworkSpec spec;

    ExampleNetworks(NetworkSpec spec) {
        this.spec = spec;
    }

    NetworkSpec spec() {
        return spec;
    }

    boolean convex() {
        return this != POTENTIAL_NN && this != POTENTIAL_NN_TANH && this != ICNN_PENALIZED;
    }

    /** Numbers that are projected are not negative, all others are moved from their start. */
    GraphPotential network(int d, long seed) {
        GraphPotential initial = Potentials.network(spec, matrix(d, seed), normal(d, seed + 1), seed);
        float[] moved = initial.parameters().clone();
        SplittableRandom random = new SplittableRandom(seed + 2);
        for (GraphBlock block : initial.graph().blocks()) {
            for (int i = 0; i < block.place().size(); i++) {
                int at = block.place().offset() + i;
                moved[at] += (float) (0.2 * random.nextGaussian());
                moved[at] = block.sign() == GraphBlock.Sign.PROJECTED ? Math.abs(moved[at]) : moved[at];
            }
        }
        return initial.with(moved).calibrated(points(50, d, seed + 3));
    }

    static Points points(int rows, int d, long seed) {
        return Points.of(normal(rows * d, seed), rows, d);
    }

    static float[] normal(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    static List<Points> rowsOf(Points points) {
        List<Points> rows = new ArrayList<>();
        for (int i = 0; i < points.rows(); i++) {
            rows.add(points.slice(i, i + 1));
        }
        return rows;
    }

    /** I + GGᵀ/d. */
    private static float[] matrix(int d, long seed) {
        float[] g = normal(d * d, seed + 4);
        float[] matrix = new float[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                matrix[i * d + j] = i == j ? 1 : 0;
                for (int k = 0; k < d; k++) {
                    matrix[i * d + j] += g[i * d + k] * g[j * d + k] / d;
                }
            }
        }
        return matrix;
    }

    private static IcnnSpec icnn(
            ConvexActivation activation, int rank, PositiveWeights positive, PotentialStart start) {
        return new IcnnSpec(List.of(6, 5), activation, rank, positive, 1, start);
    }
}
