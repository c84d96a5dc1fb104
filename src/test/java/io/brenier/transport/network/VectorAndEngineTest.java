package io.brenier.transport.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import io.brenier.transport.network.TrainablePotential.Evaluation;
import io.brenier.transport.tensor.Points;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vector unit's passes against the engine's, in double, for shapes that fill tiles and shapes that do not. */
class VectorAndEngineTest {

    private static final double TOLERANCE = 2e-5;

    @ParameterizedTest
    @CsvSource({"2,8,1,ELU", "4,64,100,ELU", "3,17,193,TANH", "16,33,200,LEAKY_RELU", "1,1,7,ELU", "40,128,97,TANH"})
    void valuesAndAllDerivativesAgree(int d, int width, int rows, Activation activation) {
        QuadraticMlpPotential start = Networks.potential(d, List.of(width, 5, width), activation, 61);
        Points x = Networks.points(rows, d, 62);
        Points v = Networks.points(rows, d, 63);
        float[] weights = Networks.normal(rows, 64);
        int from = rows / 3;
        try (TrainableQuadraticMlp onVectors = TrainableQuadraticMlp.of(start);
                TrainableQuadraticMlp onEngine = TrainableQuadraticMlp.of(start, DataType.FLOAT64);
                Evaluation vectors = new VectorEvaluation(network(start, onVectors), x);
                Evaluation engine = onEngine.evaluate(x)) {
            assertThat(engine).isInstanceOf(QuadraticMlpEvaluation.class);
            assertClose(vectors.values(), engine.values());
            assertClose(vectors.gradients().values(), engine.gradients().values());
            assertClose(
                    vectors.gradients(from, rows).values(),
                    engine.gradients(from, rows).values());
            try (ParameterGradient found = vectors.weighted(weights);
                    ParameterGradient expected = engine.weighted(weights)) {
                assertClose(found.download(), expected.download());
            }
            try (ParameterGradient found = vectors.mixed(v);
                    ParameterGradient expected = engine.mixed(v)) {
                assertClose(found.download(), expected.download());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2,8,1,ELU", "4,64,100,ELU", "3,17,193,TANH", "16,33,200,LEAKY_RELU", "1,1,7,ELU", "40,128,97,TANH"})
    void imagesOfMapsAndTheirDerivativesAgree(int d, int width, int rows, Activation activation) {
        AffineMlpMap start = Networks.map(d, List.of(width, 5, width), activation, 74);
        Points y = Networks.points(rows, d, 75);
        Points v = Networks.points(rows, d, 76);
        try (TrainableAffineMlp onVectors = TrainableAffineMlp.of(start);
                TrainableAffineMlp onEngine = TrainableAffineMlp.of(start, DataType.FLOAT64);
                TrainableMap.Evaluation vectors = new VectorMapEvaluation(network(start, onVectors), y);
                TrainableMap.Evaluation engine = onEngine.evaluate(y)) {
            assertThat(engine).isNotInstanceOf(VectorMapEvaluation.class);
            assertClose(vectors.image().values(), engine.image().values());
            try (ParameterGradient found = vectors.parameterGradient(v);
                    ParameterGradient expected = engine.parameterGradient(v)) {
                assertClose(found.download(), expected.download());
            }
        }
    }

    @Test
    void aMapsEvaluationRefusesWhatDoesNotFitAndWhatIsPast() {
        AffineMlpMap start = Networks.map(3, List.of(8), Activation.ELU, 77);
        Points y = Networks.points(10, 3, 78);
        try (TrainableAffineMlp trainable = TrainableAffineMlp.of(start)) {
            VectorNetwork network = network(start, trainable);
            assertThatIllegalArgumentException().isThrownBy(() -> new VectorMapEvaluation(network, Points.zeros(4, 2)));
            TrainableMap.Evaluation open = new VectorMapEvaluation(network, y);
            assertThatIllegalArgumentException().isThrownBy(() -> open.parameterGradient(Points.zeros(9, 3)));
            TrainableMap.Evaluation closed = new VectorMapEvaluation(network, y);
            closed.close();
            closed.close();
            assertThatIllegalStateException().isThrownBy(() -> closed.parameterGradient(y));
            trainable.parameters().restore(trainable.parameters().download());
            assertThatIllegalStateException().isThrownBy(() -> open.parameterGradient(y));
            open.close();
        }
    }

    @Test
    void aRowsBitsDoNotDependOnItsBatch() {
        QuadraticMlpPotential start = Networks.potential(4, List.of(64, 64), Activation.ELU, 65);
        Points x = Networks.points(150, 4, 66);
        try (TrainableQuadraticMlp trainable = TrainableQuadraticMlp.of(start);
                Evaluation all = new VectorEvaluation(network(start, trainable), x);
                Evaluation one = new VectorEvaluation(network(start, trainable), x.slice(149, 150))) {
            assertThat(one.values()[0]).isEqualTo(all.values()[149]);
            assertThat(one.gradients().row(0)).isEqualTo(all.gradients().row(149));
        }
    }

    @Test
    void evaluationsOfTheSameNetworkDoNotDisturbEachOther() {
        QuadraticMlpPotential start = Networks.potential(3, List.of(16, 16), Activation.ELU, 67);
        Points x = Networks.points(100, 3, 68);
        try (TrainableQuadraticMlp trainable = TrainableQuadraticMlp.of(start)) {
            VectorNetwork network = network(start, trainable);
            Evaluation first = new VectorEvaluation(network, x);
            float[] before = first.gradients().values().clone();
            try (Evaluation second = new VectorEvaluation(network, Networks.points(100, 3, 69))) {
                second.gradients();
                assertThat(first.gradients().values()).containsExactly(before);
            }
            try (Evaluation third = new VectorEvaluation(network, Networks.points(100, 3, 70))) {
                third.gradients();
                assertThat(first.gradients().values()).containsExactly(before);
            }
            first.close();
            first.close();
            assertThatIllegalStateException().isThrownBy(first::values);
            // Closed twice, but its arrays serve one evaluation at a time.
            try (Evaluation fourth = new VectorEvaluation(network, x);
                    Evaluation fifth = new VectorEvaluation(network, Networks.points(100, 3, 73))) {
                fifth.gradients();
                assertThat(fourth.gradients().values()).containsExactly(before);
            }
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        QuadraticMlpPotential start = Networks.potential(3, List.of(8), Activation.ELU, 71);
        Points x = Networks.points(10, 3, 72);
        try (TrainableQuadraticMlp trainable = TrainableQuadraticMlp.of(start);
                Evaluation evaluation = new VectorEvaluation(network(start, trainable), x)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new VectorEvaluation(network(start, trainable), Points.zeros(4, 2)));
            assertThatIllegalArgumentException().isThrownBy(() -> evaluation.weighted(new float[9]));
            assertThatIllegalArgumentException().isThrownBy(() -> evaluation.mixed(Points.zeros(9, 3)));
            trainable.parameters().restore(trainable.parameters().download());
            assertThatIllegalStateException().isThrownBy(evaluation::gradients);
        }
    }

    private static VectorNetwork network(QuadraticMlpPotential start, TrainableQuadraticMlp trainable) {
        return new VectorNetwork(
                new VectorAffine(start.matrix(), start.shift()), start.requireNetwork(), trainable.parameters());
    }

    private static VectorNetwork network(AffineMlpMap start, TrainableAffineMlp trainable) {
        return new VectorNetwork(
                new VectorAffine(start.matrix(), start.shift()), start.requireNetwork(), trainable.parameters());
    }

    private static void assertClose(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        double largest = 1;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).as("number %d", i).isCloseTo(expected[i], within(TOLERANCE * largest));
        }
    }
}
