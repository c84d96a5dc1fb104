package io.brenier.transport.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.network.Activation;
import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.DenseLayer;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.TrainableMap;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimizerTest {

    private static final int ROWS = 200;

    @ParameterizedTest
    @EnumSource
    void goesOnFromItsStateToTheLastBit(OptimizerSpec.Type type) {
        OptimizerSpec spec = spec(type, 0.01);
        try (TrainableMap whole = problem();
                TrainableMap resumed = problem();
                Optimizer first = Optimizer.of(spec, whole.parameters());
                Optimizer second = Optimizer.of(spec, resumed.parameters())) {
            run(whole, first, 13);
            resumed.parameters().restore(whole.parameters().download());
            second.restore(first.state());
            assertThat(second.steps()).isEqualTo(13);
            run(whole, first, 12);
            run(resumed, second, 12);
            assertThat(Arrays.equals(
                            resumed.parameters().download(), whole.parameters().download()))
                    .isTrue();
        }
    }

    /** ½ |θ − θ*|² by its gradient θ − θ*, at a rate that goes to 0. */
    @ParameterizedTest
    @EnumSource
    void findsTheMinimumOfAQuadratic(OptimizerSpec.Type type) {
        // What normalises its steps by coordinate gets there with smaller ones.
        boolean normalised = type != OptimizerSpec.Type.SGD && type != OptimizerSpec.Type.MUON;
        OptimizerSpec spec = OptimizerSpec.defaults(type).withLearningRate(normalised ? 0.05 : 0.3);
        int steps = 400;
        try (TrainableMap map = linear(new double[] {1, -2, 0.5, 3});
                Optimizer optimizer = Optimizer.of(spec, map.parameters())) {
            float[] goal = {0.3f, 0.2f, -1, 1.5f};
            Points identity = Points.of(new float[] {1, 0, 0, 1}, 2, 2);
            for (int s = 0; s < steps; s++) {
                float[] slope = map.parameters().download();
                for (int i = 0; i < goal.length; i++) {
                    slope[i] -= goal[i];
                }
                try (ParameterGradient gradient = map.parameterGradient(identity, Points.of(slope, 2, 2))) {
                    optimizer.step(gradient, LearningRates.rate(spec, s, LearningRates.progress(s, steps)));
                }
            }
            // Of 5; AdamW's decay moves the minimum by some 1e-4 of it.
            assertThat(map.parameters().download())
                    .usingComparatorWithPrecision(5e-3f)
                    .containsExactly(goal);
        }
    }

    private static TrainableMap linear(double[] start) {
        float[] weights = new float[start.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) start[i];
        }
        Mlp layer = new Mlp(List.of(new DenseLayer(weights, 2, 2)), Activation.ELU);
        return TrainableMap.of(new AffineMlpMap(new float[4], new float[2], layer));
    }

    @Test
    void soapLearnsInFewerStepsThanAdam() {
        try (TrainableMap byAdam = problem();
                TrainableMap bySoap = problem();
                Optimizer adam = Optimizer.of(spec(OptimizerSpec.Type.ADAM, 0.01), byAdam.parameters());
                Optimizer soap = Optimizer.of(spec(OptimizerSpec.Type.SOAP, 0.01), bySoap.parameters())) {
            double adamLoss = run(byAdam, adam, 300);
            double soapLoss = run(bySoap, soap, 300);
            assertThat(soapLoss).isLessThan(0.8 * adamLoss);
        }
    }

    private static OptimizerSpec spec(OptimizerSpec.Type type, double rate) {
        boolean plain = type == OptimizerSpec.Type.SGD;
        return new OptimizerSpec(type, rate, plain ? 0 : 0.9, plain ? 0 : 0.95, 0, 0, Schedule.CONSTANT, 1, 1.5);
    }

    private static TrainableMap problem() {
        float[] zero = new float[36];
        return TrainableMap.of(
                new AffineMlpMap(zero, new float[6], Mlp.initial(6, List.of(16, 12), 6, Activation.TANH, 5)));
    }

    /** Regression to x ↦ a few products of coordinates; returns the last loss. */
    private static double run(TrainableMap map, Optimizer optimizer, int steps) {
        SplittableRandom random = new SplittableRandom(8);
        float[] x = new float[ROWS * 6];
        float[] target = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextGaussian() * (i % 6 + 1) / 2;
        }
        for (int i = 0; i < x.length; i++) {
            target[i] = (float) Math.sin(x[i]) * x[i / 6 * 6 + (i + 1) % 6];
        }
        double loss = Double.NaN;
        for (int s = 0; s < steps; s++) {
            try (TrainableMap.Evaluation evaluation = map.evaluate(Points.of(x, ROWS, 6))) {
                float[] residual = evaluation.image().values().clone();
                loss = 0;
                for (int i = 0; i < residual.length; i++) {
                    residual[i] = (residual[i] - target[i]) / ROWS;
                    loss += residual[i] * residual[i] * ROWS;
                }
                try (var gradient = evaluation.parameterGradient(Points.of(residual, ROWS, 6))) {
                    optimizer.step(gradient, 0.01);
                }
            }
        }
        return loss;
    }
}
