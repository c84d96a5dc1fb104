package io.brenier.transport.dual.instant;

import io.brenier.transport.amortization.Regression;
import io.brenier.transport.dual.DistillationSpec;
import io.brenier.transport.dual.problem.AffinePair;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.TrainableMap;
import io.brenier.transport.network.TrainablePotential;
import io.brenier.transport.network.TransportMap;
import io.brenier.transport.optimizer.LearningRates;
import io.brenier.transport.optimizer.Optimizer;
import io.brenier.transport.tensor.Points;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A pair of networks that does what a pair of maps does at the samples: min E|∇f(x) − T(x)|² over f, and E|A(y) − S(y)|² over the
 * amortizer A. A map that is no gradient is met as nearly as gradients can.
 */
final class Distillation {

    /** The maps are asked for their values at so many points; more would cost more than they teach. */
    private static final int MOST_POINTS = 1 << 14;

    /** How much the newest batch counts in the loss that is reported. */
    private static final double NEWEST = 0.1;

    private final DistillationSpec spec;
    private final StandardProblem problem;
    private final long seed;
    private final Progress progress;

    Distillation(DistillationSpec spec, StandardProblem problem, long seed, Progress progress) {
        this.spec = spec;
        this.problem = problem;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * The networks, with how far they are from the maps: distillation_error_forward and _inverse, the mean squared distance a coordinate,
     * standardised, beside the given figures.
     *
     * @return empty if the listener asked for a stop
     */
    Optional<InstantAnswer> answer(MapPair maps, Map<String, Double> figures, List<String> notes) {
        AffinePair base =
                AffinePair.of(spec.potential().start(), spec.amortizer().start(), problem.gaussian());
        Mlp potential = initial(spec.potential(), 1, RandomStream.POTENTIAL_WEIGHTS);
        Mlp amortizer = initial(spec.amortizer(), problem.dimension(), RandomStream.AMORTIZER_WEIGHTS);
        try (TrainablePotential f = TrainablePotential.of(base.potential(potential));
                TrainableMap back = TrainableMap.of(base.amortizer(amortizer))) {
            double forward =
                    fit(TrainableMap.gradientOf(f), maps.forward(), problem.source(), RandomStream.SOURCE_SUPPORT);
            double inverse = fit(back, maps.inverse(), problem.target(), RandomStream.TARGET_SUPPORT);
            if (progress.stopped()) {
                return Optional.empty();
            }
            Map<String, Double> all = new HashMap<>(figures);
            all.put("distillation_error_forward", forward);
            all.put("distillation_error_inverse", inverse);
            NetworkPair pair = new NetworkPair(f.snapshot(), back.snapshot());
            return Optional.of(new InstantAnswer(pair, progress.made(), false, all, notes));
        }
    }

    private Mlp initial(MlpSpec network, int outputs, RandomStream stream) {
        return Mlp.initial(problem.dimension(), network.hidden(), outputs, network.activation(), stream.seed(seed, 0));
    }

    /** The last batches' mean loss; where the run is stopped, that of the batches so far. */
    private double fit(TrainableMap student, TransportMap teacher, Points points, RandomStream stream) {
        Points known = Support.of(points, MOST_POINTS, stream, seed);
        Points images = teacher.apply(known);
        SplittableRandom random = RandomStream.BATCHES.generator(seed, stream.ordinal());
        double loss = 0;
        try (Optimizer optimizer = Optimizer.of(spec.optimizer(), student.parameters())) {
            for (long step = 0; step < spec.steps() && !progress.stopsHere(); step++) {
                int[] rows = rows(random, known.rows());
                double rate = LearningRates.rate(spec.optimizer(), step, LearningRates.progress(step, spec.steps()));
                double batchLoss = step(student, optimizer, rate, known.select(rows), images.select(rows));
                loss = step == 0 ? batchLoss : loss + NEWEST * (batchLoss - loss);
            }
        }
        return loss;
    }

    private static double step(TrainableMap student, Optimizer optimizer, double rate, Points x, Points images) {
        try (TrainableMap.Evaluation evaluation = student.evaluate(x)) {
            Regression regression = Regression.of(evaluation.image(), images);
            try (ParameterGradient gradient = evaluation.parameterGradient(regression.cotangents())) {
                optimizer.step(gradient, rate);
            }
            return regression.loss();
        }
    }

    private int[] rows(SplittableRandom random, int available) {
        int[] rows = new int[Math.min(spec.batchSize(), available)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.nextInt(available);
        }
        return rows;
    }
}
