package io.brenier.bench;

import io.brenier.transport.network.IcgnSpec;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.Potential;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.network.TrainablePotential;
import io.brenier.transport.network.curve.Curve;
import io.brenier.transport.network.curve.Elu;
import io.brenier.transport.network.curve.LeakyRelu;
import io.brenier.transport.network.curve.SlopeActivation;
import io.brenier.transport.network.curve.Softplus;
import io.brenier.transport.network.family.Potentials;
import io.brenier.transport.network.graph.GraphBuilder;
import io.brenier.transport.network.graph.GraphPotential;
import io.brenier.transport.network.graph.TrainableGraph;
import io.brenier.transport.optimizer.Optimizer;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/**
 * The field T(x, y) = (4x³ + y/2 + x, 3y − y² + x/2) on the unit square, the gradient of a convex function, by the gradients of a convex
 * gradient network of 15 parameters and of an input convex network of 78: Σ_k act(⟨w_k, x⟩ + b_k) + ⟨w, x⟩ + c with 25 units. Both by
 * Adam on the mean squared error, the derivative of ∇f by the parameters being the exact mixed one. Prints the error on 10,000 other
 * points, also in per cent of the field's variance.
 */
public final class IcgnBenchmark {

    private static final int BATCH = 256;
    private static final int TEST_POINTS = 10_000;
    private static final double RATE = 3e-2;
    private static final int ICGN_UNITS = 5;
    private static final int ICNN_UNITS = 25;
    private static final int NODES = 20;

    private IcgnBenchmark() {}

    public static void main(String[] line) {
        Arguments arguments = new Arguments(line);
        int steps = arguments.number("steps", 20_000);
        long[] seeds = Arrays.stream(arguments.text("seeds", "0,1,2").split(","))
                .mapToLong(Long::parseLong)
                .toArray();
        Map<String, LongFunction<TrainablePotential>> networks = new LinkedHashMap<>();
        networks.put("icgn-sigmoid", seed -> icgn(SlopeActivation.SIGMOID, 0, seed));
        networks.put("icgn-tanh", seed -> icgn(SlopeActivation.TANH, 0, seed));
        networks.put("icgn-softplus", seed -> icgn(SlopeActivation.SOFTPLUS, NODES, seed));
        networks.put("icgn-silu", seed -> icgn(SlopeActivation.SILU, NODES, seed));
        networks.put("icnn-softplus", seed -> icnn(new Softplus(1), seed));
        networks.put("icnn-elu", seed -> icnn(new Elu(), seed));
        networks.put("icnn-relu", seed -> icnn(new LeakyRelu(0), seed));
        networks.forEach((name, network) -> {
            double[] errors = new double[seeds.length];
            for (int i = 0; i < seeds.length; i++) {
                errors[i] = run(name, network, seeds[i], steps);
            }
            Arrays.sort(errors);
            print("{\"network\": \"%s\", \"steps\": %d, \"median_mse\": %.3g}", name, steps, errors[errors.length / 2]);
        });
    }

    private static double run(String name, LongFunction<TrainablePotential> network, long seed, int steps) {
        CpuClock clock = new CpuClock();
        double began = clock.seconds();
        OptimizerSpec spec = OptimizerSpec.defaults(OptimizerSpec.Type.ADAM);
        SplittableRandom random = new SplittableRandom(seed + 1_000);
        try (TrainablePotential f = network.apply(seed);
                Optimizer optimizer = Optimizer.of(spec, f.parameters())) {
            for (int step = 0; step < steps; step++) {
                Points x = square(BATCH, random);
                Points truth = field(x);
                try (TrainablePotential.Evaluation evaluation = f.evaluate(x);
                        ParameterGradient gradient = evaluation.mixed(residuals(evaluation.gradients(), truth))) {
                    optimizer.step(gradient, RATE * (1 + Math.cos(Math.PI * step / steps)) / 2);
                }
            }
            Points test = square(TEST_POINTS, new SplittableRandom(99));
            double error = error(f.snapshot(), test);
            print(
                    "{\"network\": \"%s\", \"parameters\": %d, \"seed\": %d, \"steps\": %d, \"mse\": %.3g, \"percent_of_variance\": %.3g, \"cpu_seconds\": %.1f}",
                    name,
                    f.parameters().count(),
                    seed,
                    steps,
                    error,
                    100 * error / variance(field(test)),
                    clock.seconds() - began);
            return error;
        }
    }

    private static TrainablePotential icgn(SlopeActivation activation, int nodes, long seed) {
        IcgnSpec spec = new IcgnSpec(ICGN_UNITS, activation, nodes, false, PotentialStart.IDENTITY);
        return Potentials.trainable(spec, new float[4], new float[2], seed);
    }

    private static TrainablePotential icnn(Curve curve, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GraphBuilder graph = new GraphBuilder(2);
        int weights = graph.weight("hidden.weights", 2, ICNN_UNITS, normal(2 * ICNN_UNITS, Math.sqrt(0.5), random));
        int bias = graph.row("hidden.bias", normal(ICNN_UNITS, 1, random));
        int units = graph.apply(curve, graph.affine(GraphBuilder.POINT, weights, bias));
        int linear = graph.product(GraphBuilder.POINT, graph.weight("linear", 2, 1, normal(2, 1, random)));
        int sum = graph.sum(List.of(graph.groupSum(units, ICNN_UNITS), linear));
        graph.shift(sum, graph.row("constant", new float[1]));
        GraphPotential initial = graph.build();
        return TrainableGraph.of(initial);
    }

    private static Points field(Points points) {
        float[] images = new float[points.values().length];
        for (int row = 0; row < points.rows(); row++) {
            float x = points.at(row, 0);
            float y = points.at(row, 1);
            images[2 * row] = 4 * x * x * x + y / 2 + x;
            images[2 * row + 1] = 3 * y - y * y + x / 2;
        }
        return Points.of(images, points.rows(), 2);
    }

    /** The derivative of the mean squared error by the gradients. */
    private static Points residuals(Points found, Points truth) {
        float[] residuals = new float[found.values().length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = 2 * (found.values()[i] - truth.values()[i]) / found.rows();
        }
        return Points.of(residuals, found.rows(), 2);
    }

    private static double error(Potential f, Points test) {
        float[] found = f.gradients(test).values();
        float[] truth = field(test).values();
        double squares = 0;
        for (int i = 0; i < found.length; i++) {
            squares += Math.pow(found[i] - truth[i], 2);
        }
        return squares / test.rows();
    }

    private static double variance(Points images) {
        double variance = 0;
        for (int column = 0; column < 2; column++) {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < images.rows(); row++) {
                sum += images.at(row, column);
                squares += Math.pow(images.at(row, column), 2);
            }
            variance += squares / images.rows() - Math.pow(sum / images.rows(), 2);
        }
        return variance;
    }

    private static Points square(int rows, SplittableRandom random) {
        float[] values = new float[2 * rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return Points.of(values, rows, 2);
    }

    private static float[] normal(int count, double deviation, SplittableRandom random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
