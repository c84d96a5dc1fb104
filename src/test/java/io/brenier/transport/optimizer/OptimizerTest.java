package io.brenier.transport.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.network.Activation;
import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.Mlp;
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
            resumed.restore(whole.network());
            second.restore(first.state());
            assertThat(second.steps()).isEqualTo(13);
            run(whole, first, 12);
            run(resumed, second, 12);
            assertThat(Arrays.equals(
                            resumed.parameters().download(), whole.parameters().download()))
                    .isTrue();
        }
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
        return new OptimizerSpec(type, rate, 0.9, 0.95, 0, 0, Schedule.CONSTANT, 0);
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
