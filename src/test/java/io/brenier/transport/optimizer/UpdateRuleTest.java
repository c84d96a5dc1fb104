package io.brenier.transport.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.brenier.transport.network.Activation;
import io.brenier.transport.network.DenseLayer;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.network.TrainablePotential;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** First steps computed by hand. The network is x ↦ ⟨w, x⟩ + b, so that its gradient at x is (x, 1). */
class UpdateRuleTest {

    private static final double RATE = 0.1;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.95;
    private static final double[] START = {1, -2, 0.5};
    private static final double[][] GRADIENTS = {{3, -0.5, 1}, {-1, 0.25, 1}, {0, 4, 1}};

    @Test
    void sgdGoesDownTheGradient() {
        double[] expected = START.clone();
        for (double[] gradient : GRADIENTS) {
            for (int i = 0; i < expected.length; i++) {
                expected[i] -= RATE * gradient[i];
            }
        }
        assertThat(after(OptimizerSpec.Type.SGD, 0))
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(floats(expected));
    }

    @Test
    void adamDividesCorrectedMoments() {
        assertThat(after(OptimizerSpec.Type.ADAM, 0))
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(floats(adam(0)));
    }

    @Test
    void adamWShrinksTheParametersAsWell() {
        assertThat(after(OptimizerSpec.Type.ADAMW, 0.3))
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(floats(adam(0.3)));
    }

    @Test
    void muonLeavesAColumnAndItsBiasToAdam() {
        assertThat(after(OptimizerSpec.Type.MUON, 0.3))
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(floats(adam(0.3)));
    }

    @Test
    void refusesAStateThatIsNotItsOwn() {
        try (TrainablePotential potential = potential();
                Optimizer adam = Optimizer.of(spec(OptimizerSpec.Type.ADAM, 0), potential.parameters())) {
            assertThatIllegalArgumentException().isThrownBy(() -> adam.restore(Map.of()));
            Map<String, float[]> state = adam.state();
            state.put("first_moment", new float[2]);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> adam.restore(state))
                    .withMessageContaining("first_moment");
        }
    }

    private static double[] adam(double decay) {
        double[] theta = START.clone();
        double[] m = new double[3];
        double[] v = new double[3];
        for (int t = 1; t <= GRADIENTS.length; t++) {
            for (int i = 0; i < 3; i++) {
                double g = GRADIENTS[t - 1][i];
                m[i] = BETA1 * m[i] + (1 - BETA1) * g;
                v[i] = BETA2 * v[i] + (1 - BETA2) * g * g;
                double direction =
                        m[i] / (1 - Math.pow(BETA1, t)) / (Math.sqrt(v[i] / (1 - Math.pow(BETA2, t))) + 1e-8);
                theta[i] -= RATE * (direction + decay * theta[i]);
            }
        }
        return theta;
    }

    private static float[] after(OptimizerSpec.Type type, double decay) {
        try (TrainablePotential potential = potential();
                Optimizer optimizer = Optimizer.of(spec(type, decay), potential.parameters())) {
            for (double[] gradient : GRADIENTS) {
                Points x = Points.ofRows(new float[] {(float) gradient[0], (float) gradient[1]});
                try (ParameterGradient g = potential.parameterGradient(x, new float[] {1})) {
                    optimizer.step(g, RATE);
                }
            }
            assertThat(optimizer.steps()).isEqualTo(GRADIENTS.length);
            return potential.parameters().download();
        }
    }

    private static OptimizerSpec spec(OptimizerSpec.Type type, double decay) {
        boolean plain = type == OptimizerSpec.Type.SGD;
        return new OptimizerSpec(type, RATE, plain ? 0 : BETA1, plain ? 0 : BETA2, decay, 0, Schedule.CONSTANT, 1, 0);
    }

    private static TrainablePotential potential() {
        Mlp affine = new Mlp(
                List.of(new DenseLayer(
                        new float[] {(float) START[0], (float) START[1]}, new float[] {(float) START[2]}, 2, 1)),
                Activation.ELU);
        return TrainablePotential.of(new QuadraticMlpPotential(new float[4], new float[2], affine));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
