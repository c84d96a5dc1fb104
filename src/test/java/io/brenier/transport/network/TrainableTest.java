package io.brenier.transport.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.tensor.Points;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainableTest {

    private static final List<Integer> HIDDEN = List.of(12, 8);
    private static final Points FEW = Networks.points(3, 4, 41);
    private static final Points MANY = Networks.points(5000, 4, 42);

    private final QuadraticMlpPotential start = Networks.potential(4, HIDDEN, Activation.ELU, 43);
    private final Mlp other = Networks.random(4, HIDDEN, 1, Activation.ELU, 44);

    @Test
    void snapshotsWhatItStartedFrom() {
        try (TrainablePotential trainable = TrainablePotential.of(start)) {
            assertThat(trainable.snapshot().gradients(MANY)).isEqualTo(start.gradients(MANY));
            assertThat(trainable.parameters().count())
                    .isEqualTo(start.requireNetwork().parameterCount());
        }
    }

    @Test
    void followsItsParametersForFewRowsAndForMany() {
        try (TrainablePotential trainable = TrainablePotential.of(start)) {
            Potential current = trainable.current();
            float[] few = current.values(FEW);
            float[] many = current.values(MANY);
            trainable.parameters().restore(other.flatten());
            assertThat(current.values(FEW)).isNotEqualTo(few);
            assertThat(current.values(MANY)).isNotEqualTo(many);
            assertThat(trainable.parameters().download()).isEqualTo(other.flatten());
            assertThat(current.values(FEW)).isEqualTo(trainable.snapshot().values(FEW));
        }
    }

    @Test
    void refusesParametersOfAnotherNumber() {
        try (TrainablePotential trainable = TrainablePotential.of(start)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> trainable.parameters().restore(new float[3]));
            assertThatIllegalArgumentException().isThrownBy(() -> trainable.at(new float[3]));
        }
    }

    @Test
    void refusesPointsOfAnotherDimensionAndWeightsOfAnotherNumber() {
        try (TrainablePotential trainable = TrainablePotential.of(start)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> trainable.parameterGradient(Points.zeros(3, 5), new float[3]));
            assertThatIllegalArgumentException().isThrownBy(() -> trainable.parameterGradient(FEW, new float[2]));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> trainable.current().values(Points.zeros(9000, 5)));
        }
    }

    @Test
    void refusesToTrainWithoutANetwork() {
        QuadraticMlpPotential bare = new QuadraticMlpPotential(new float[] {1}, new float[1], null);
        assertThatIllegalArgumentException().isThrownBy(() -> TrainablePotential.of(bare));
    }

    @Test
    void refusesCotangentsAfterTheParametersHaveChanged() {
        AffineMlpMap map = Networks.map(4, HIDDEN, Activation.TANH, 45);
        try (TrainableMap trainable = TrainableMap.of(map);
                TrainableMap.Evaluation evaluation = trainable.evaluate(MANY)) {
            assertThat(evaluation.image()).isEqualTo(trainable.current().apply(MANY));
            trainable.parameters().restore(trainable.parameters().download());
            assertThatIllegalStateException().isThrownBy(() -> evaluation.parameterGradient(MANY));
        }
    }

    @Test
    void addsScalesAndMeasuresGradients() {
        try (TrainablePotential trainable = TrainablePotential.of(start);
                ParameterGradient once = trainable.parameterGradient(FEW, new float[] {1, 2, 3});
                ParameterGradient twice = trainable.parameterGradient(FEW, new float[] {2, 4, 6})) {
            double norm = once.norm();
            assertThat(twice.norm()).isCloseTo(2 * norm, within(1e-5 * norm));
            once.scale(-2);
            once.add(twice);
            assertThat(once.norm()).isLessThan(1e-5 * norm);
            assertThat(once.finite()).isTrue();
        }
    }

    @Test
    void knowsAGradientThatIsNotFinite() {
        try (TrainablePotential trainable = TrainablePotential.of(start);
                ParameterGradient gradient = trainable.parameterGradient(FEW, new float[] {1, Float.NaN, 3})) {
            assertThat(gradient.finite()).isFalse();
        }
    }

    @Test
    void leavesNoArrayBehind() {
        AffineMlpMap map = Networks.map(4, HIDDEN, Activation.TANH, 45);
        try (TrainablePotential potential = TrainablePotential.of(start);
                TrainableMap trainable = TrainableMap.of(map)) {
            step(potential, trainable);
            int arrays = arrays(potential, trainable);
            for (int i = 0; i < 100; i++) {
                step(potential, trainable);
            }
            assertThat(arrays(potential, trainable)).isEqualTo(arrays);
        }
    }

    private static void step(TrainablePotential potential, TrainableMap map) {
        potential.current().valuesAndGradients(MANY);
        potential.current().values(MANY);
        potential.current().gradients(MANY);
        try (ParameterGradient gradient = potential.parameterGradient(FEW, new float[3])) {
            gradient.scale(0.5);
            gradient.norm();
        }
        potential.parameters().restore(potential.parameters().download());
        map.current().apply(MANY);
        map.parameterGradient(MANY, MANY).close();
        map.snapshot();
    }

    private static int arrays(TrainablePotential potential, TrainableMap map) {
        return potential.parameters().manager().getManagedArrays().size()
                + map.parameters().manager().getManagedArrays().size();
    }
}
