package io.brenier.bench;

import io.brenier.transport.network.Activation;
import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.Potential;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.network.TrainableMap;
import io.brenier.transport.network.TrainablePotential;
import io.brenier.transport.optimizer.Optimizer;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.TensorEngine;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Prints what one call of each kernel costs, in CPU time of the calling thread. Not a test. */
public final class KernelTiming {

    private static final int[] BATCHES = {1, 2, 4, 8, 16, 32, 64, 97, 128, 256, 512, 1024};

    private final PrintStream out;
    private final int dimension;
    private final List<Integer> hidden;

    private KernelTiming(PrintStream out, int dimension) {
        this.out = out;
        this.dimension = dimension;
        int base = Math.max(dimension, 32);
        hidden = List.of(2 * base, 2 * base, base);
    }

    /** Dimensions as arguments; 16 and 64 without. */
    public static void main(String[] arguments) {
        int[] dimensions = arguments.length == 0
                ? new int[] {16, 64}
                : List.of(arguments).stream().mapToInt(Integer::parseInt).toArray();
        System.out.println(TensorEngine.start());
        for (int dimension : dimensions) {
            new KernelTiming(System.out, dimension).run();
        }
    }

    private void run() {
        float[] identity = new float[dimension * dimension];
        for (int i = 0; i < dimension; i++) {
            identity[i * dimension + i] = 1;
        }
        float[] zero = new float[dimension];
        QuadraticMlpPotential potential =
                new QuadraticMlpPotential(identity, zero, Mlp.initial(dimension, hidden, 1, Activation.ELU, 1));
        AffineMlpMap map =
                new AffineMlpMap(identity, zero, Mlp.initial(dimension, hidden, dimension, Activation.ELU, 2));
        out.printf("d = %d, hidden %s, ELU%n", dimension, hidden);
        try (TrainablePotential engine = TrainablePotential.of(potential);
                TrainableMap engineMap = TrainableMap.of(map)) {
            Potential current = engine.current();
            for (int rows : BATCHES) {
                Points x = points(rows);
                report(
                        "plain Java, value and gradient, %d rows".formatted(rows),
                        () -> potential.valuesAndGradients(x));
                report(
                        "training view, value and gradient, %d rows".formatted(rows),
                        () -> current.valuesAndGradients(x));
            }
            Points batch = points(1024);
            Points twice = points(2048);
            float[] weights = new float[2048];
            report("engine, values, 1024 rows", () -> current.values(batch));
            report("engine, parameter gradient, 2048 rows", () -> {
                try (ParameterGradient gradient = engine.parameterGradient(twice, weights)) {
                    return gradient;
                }
            });
            report("engine, map, 1024 rows", () -> engineMap.current().apply(batch));
            report("engine, map and parameter gradient, 1024 rows", () -> {
                try (var evaluation = engineMap.evaluate(batch);
                        var gradient = evaluation.parameterGradient(evaluation.image())) {
                    return gradient;
                }
            });
            for (OptimizerSpec.Type type : OptimizerSpec.Type.values()) {
                OptimizerSpec spec = OptimizerSpec.defaults(type);
                try (Optimizer optimizer = Optimizer.of(spec, engine.parameters());
                        ParameterGradient gradient = engine.parameterGradient(batch, new float[1024])) {
                    report(type + " step", () -> {
                        optimizer.step(gradient, 1e-6);
                        return gradient;
                    });
                }
            }
        }
    }

    private void report(String what, Supplier<?> call) {
        Object last = call.get();
        long until = System.nanoTime() + 400_000_000L;
        while (System.nanoTime() < until) {
            last = call.get();
        }
        var threads = ManagementFactory.getThreadMXBean();
        long calls = 0;
        long began = threads.getCurrentThreadCpuTime();
        until = System.nanoTime() + 300_000_000L;
        while (System.nanoTime() < until) {
            last = call.get();
            calls++;
        }
        double micros = (threads.getCurrentThreadCpuTime() - began) / 1e3 / calls;
        out.printf("%-55s %10.1f µs%s%n", what, micros, last == null ? " (nothing)" : "");
    }

    private Points points(int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        float[] values = new float[rows * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Points.of(values, rows, dimension);
    }
}
