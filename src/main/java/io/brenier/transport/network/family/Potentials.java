package io.brenier.transport.network.family;

import io.brenier.transport.network.ActNormIcnnSpec;
import io.brenier.transport.network.DenseIcnnSpec;
import io.brenier.transport.network.HyCnnSpec;
import io.brenier.transport.network.IcgnSpec;
import io.brenier.transport.network.IcnnSpec;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.ModularSpec;
import io.brenier.transport.network.NetworkSpec;
import io.brenier.transport.network.Potential;
import io.brenier.transport.network.PotentialNnSpec;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.network.TrainablePotential;
import io.brenier.transport.network.graph.GraphBuilder;
import io.brenier.transport.network.graph.GraphPotential;
import io.brenier.transport.network.graph.Origin;
import io.brenier.transport.network.graph.TrainableGraph;
import io.brenier.transport.tensor.Points;

/** Potentials of every kind of network. */
public final class Potentials {

    /** Points that set normalising layers where no batch is given. */
    private static final int CALIBRATION_ROWS = 1_024;

    private Potentials() {}

    /**
     * A potential to train, at its first numbers, near ½ xᵀMx + bᵀx. Normalising layers are set by standard normal points.
     *
     * @param matrix M, symmetric and positive semidefinite, row-major [d, d]; not written to afterwards
     * @param shift b, [d]; not written to afterwards
     * @param seed of the random numbers
     */
    public static TrainablePotential trainable(NetworkSpec spec, float[] matrix, float[] shift, long seed) {
        int d = shift.length;
        Points points = Points.of(new Draws(~seed).normal(CALIBRATION_ROWS * d, 1), CALIBRATION_ROWS, d);
        return trainable(spec, matrix, shift, seed, points);
    }

    /** The same, normalising layers being set by a first batch of points. */
    public static TrainablePotential trainable(
            NetworkSpec spec, float[] matrix, float[] shift, long seed, Points firstBatch) {
        if (spec instanceof MlpSpec mlp) {
            Mlp network = Mlp.initial(shift.length, mlp.hidden(), 1, mlp.activation(), seed);
            return TrainablePotential.of(new QuadraticMlpPotential(matrix, shift, network));
        }
        return TrainableGraph.of(network(spec, matrix, shift, seed).calibrated(firstBatch));
    }

    /** The network of a spec and a start at given parameters, in the order of {@link TrainablePotential#parameters()}. */
    public static Potential at(NetworkSpec spec, float[] matrix, float[] shift, float[] parameters) {
        if (spec instanceof MlpSpec mlp) {
            Mlp network = Mlp.initial(shift.length, mlp.hidden(), 1, mlp.activation(), 0);
            return new QuadraticMlpPotential(matrix, shift, network.withParameters(parameters));
        }
        return network(spec, matrix, shift, 0).with(parameters);
    }

    /**
     * The network of a spec other than a plain perceptron's, at its first numbers, in plain Java; normalising layers do nothing yet.
     *
     * @throws IllegalArgumentException for an {@link MlpSpec}, and if matrix and shift do not go together
     */
    public static GraphPotential network(NetworkSpec spec, float[] matrix, float[] shift, long seed) {
        return network(spec, matrix, shift, new Draws(seed));
    }

    /**
     * The network of a spec that a file gives, at any numbers.
     *
     * @param most how many random numbers may be drawn for it
     * @throws IllegalArgumentException also if it needs more
     */
    public static GraphPotential shape(NetworkSpec spec, float[] matrix, float[] shift, long most) {
        return network(spec, matrix, shift, new Draws(0, most));
    }

    private static GraphPotential network(NetworkSpec spec, float[] matrix, float[] shift, Draws draws) {
        if (shift.length < 1 || matrix.length != Math.multiplyExact(shift.length, shift.length)) {
            throw new IllegalArgumentException("a matrix of %d entries and a shift of %d do not go together"
                    .formatted(matrix.length, shift.length));
        }
        GraphBuilder graph = new GraphBuilder(shift.length);
        Recipe recipe = new Recipe(graph, draws, matrix, shift);
        switch (spec) {
            case IcnnSpec icnn -> IcnnRecipe.build(icnn, recipe);
            case ActNormIcnnSpec icnn -> ActNormIcnnRecipe.build(icnn, recipe);
            case DenseIcnnSpec icnn -> DenseIcnnRecipe.build(icnn, recipe);
            case HyCnnSpec hyCnn -> HyCnnRecipe.build(hyCnn, recipe);
            case IcgnSpec icgn -> IcgnRecipe.build(icgn, recipe);
            case ModularSpec modular -> ModularRecipe.build(modular, recipe);
            case PotentialNnSpec network -> PotentialNnRecipe.build(network, recipe);
            case MlpSpec mlp -> throw new IllegalArgumentException("a plain perceptron is no list of steps: " + mlp);
        }
        return graph.build(new Origin(spec, matrix, shift));
    }
}
