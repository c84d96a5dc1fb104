package io.brenier.bench;

import io.brenier.transport.amortization.AmortizationSpec;
import io.brenier.transport.amortization.AmortizerSpec;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.BatchNoise;
import io.brenier.transport.dual.LoopSpec;
import io.brenier.transport.dual.Side;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.UpdateSpec;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.dual.catalog.Trainers;
import io.brenier.transport.measure.named.BrenierPair;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.optimizer.Schedule;
import io.brenier.transport.tensor.Points;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * CPU milliseconds of this process a step of the W2 dual, with the networks, the optimiser and the solver of w2ot, once the potential has
 * become sharp enough for the solver to have work: between steps 3,000 and 3,300.
 */
public final class StepTimeBenchmark {

    private static final int BATCH = 1_024;
    private static final int POOL = 200_000;
    private static final double MILLISECONDS = 1e3;

    private StepTimeBenchmark() {}

    public static void main(String[] line) throws IOException {
        Arguments arguments = new Arguments(line);
        int dimension = arguments.number("n", 16);
        int from = arguments.number("from", 3_000);
        int to = arguments.number("to", 3_300);
        W2DualSpec spec = spec(dimension, to);
        TestData data = switch (arguments.text("pair", "known")) {
            case "known" -> known(dimension, Path.of(arguments.text("data", "../shared/data/w2-benchmark")));
            case "mixtures" -> mixtures(dimension);
            case String other ->
                throw new IllegalArgumentException(other + " is no pair; known are known and mixtures");
        };
        Trainers.forSpec(spec)
                .train(
                        new TrainingProblem(data.source(), data.target(), null, null, spec, 0),
                        new Watch(dimension, from, to),
                        null);
    }

    private record TestData(Points source, Points target) {}

    /** With a known Brenier map: Mix3ToMix10 where its constants are there, else the gradient of a random convex network. */
    private static TestData known(int dimension, Path constants) throws IOException {
        if (dimension == 16) {
            Mix3ToMix10 pair = Mix3ToMix10.load(constants, dimension);
            return new TestData(pair.source(POOL, 1), pair.target(POOL, 2));
        }
        BrenierPair pair = BrenierPair.of(dimension, 3, 77 + dimension);
        return new TestData(pair.source().sample(POOL, 1), pair.target().sample(POOL, 2));
    }

    /** Of clusters far apart, where a solver has much to do. */
    private static TestData mixtures(int dimension) {
        return new TestData(
                new GaussianMixture(dimension, 3, 1).draw(POOL, 2),
                new GaussianMixture(dimension, 10, 3).draw(POOL, 4));
    }

    private static W2DualSpec spec(int dimension, int steps) {
        int b = Math.max(dimension, 32);
        MlpSpec network = new MlpSpec(List.of(2 * b, 2 * b, b), Activation.ELU, PotentialStart.GAUSSIAN);
        OptimizerSpec optimizer =
                new OptimizerSpec(OptimizerSpec.Type.ADAMW, 5e-4, 0.5, 0.5, 1e-4, 0, Schedule.CONSTANT, 1, 0);
        return new W2DualSpec(
                network,
                Side.SOURCE,
                AmortizationSpec.regression(new AmortizerSpec.OfMap(network), optimizer),
                new LbfgsSpec(0.1, 100, 10, 10),
                UpdateSpec.PARALLEL,
                optimizer,
                new LoopSpec(steps, 0, BATCH, 100, steps + 1, 0, steps + 1, 0.99, BatchNoise.NONE));
    }

    private static final class Watch implements TrainingListener {

        private final CpuClock clock = new CpuClock();
        private final int dimension;
        private final int from;
        private final int to;
        private int step;
        private double begin;
        private double iterations;
        private int reports;

        Watch(int dimension, int from, int to) {
            this.dimension = dimension;
            this.from = from;
            this.to = to;
        }

        @Override
        public boolean checkpointDue() {
            step++;
            if (step == from) {
                begin = clock.seconds();
            } else if (step == to) {
                System.out.printf(
                        Locale.ROOT,
                        "{\"n\":%d,\"from\":%d,\"to\":%d,\"cpu_ms_per_step\":%.2f,\"conjugate_iterations_per_row\":%.2f}%n",
                        dimension,
                        from,
                        to,
                        (clock.seconds() - begin) / (to - from) * MILLISECONDS,
                        iterations / reports);
            }
            return false;
        }

        @Override
        public void onMetrics(long reported, Map<String, Double> values) {
            if (reported > from && reported < to && values.containsKey("conjugate_iterations")) {
                iterations += values.get("conjugate_iterations");
                reports++;
            }
        }
    }
}
