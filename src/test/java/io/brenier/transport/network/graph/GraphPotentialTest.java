package io.brenier.transport.network.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.Potential;
import io.brenier.transport.network.Potential.ValuesAndGradients;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The networks in plain Java: the same functions as on the engine, row by row, convex where they should be. */
class GraphPotentialTest {

    private static final int D = 3;

    @ParameterizedTest
    @EnumSource
    void computesWhatTheEngineComputes(ExampleNetworks kind) {
        GraphPotential java = kind.network(D, 81);
        Points x = ExampleNetworks.points(2_000, D, 82);
        Points v = ExampleNetworks.points(2_000, D, 83);
        try (TrainableGraph engine = TrainableGraph.of(java);
                GraphEvaluation evaluation = engine.evaluate(x)) {
            ValuesAndGradients expected = java.valuesAndGradients(x);
            assertClose(evaluation.values(), expected.values());
            assertClose(evaluation.gradients().values(), expected.gradients().values());
            assertThat(evaluation.gradients(3, 7))
                    .isEqualTo(evaluation.gradients().slice(3, 7));
            assertClose(
                    evaluation.hessianProducts(v).values(),
                    java.hessianProducts(x, v).values());
            assertThat(java.values(x)).isEqualTo(expected.values());
            assertThat(java.gradients(x)).isEqualTo(expected.gradients());
            assertThat(engine.snapshot().gradients(x)).isEqualTo(expected.gradients());
            Potential current = engine.current();
            assertClose(current.values(x), expected.values());
            assertClose(current.gradients(x).values(), expected.gradients().values());
            assertClose(
                    current.hessianProducts(x, v).values(),
                    java.hessianProducts(x, v).values());
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesARowTheSameBitsAloneAndAmongMany(ExampleNetworks kind) {
        GraphPotential f = kind.network(D, 84);
        Points x = ExampleNetworks.points(100, D, 85);
        Points v = ExampleNetworks.points(100, D, 86);
        ValuesAndGradients together = f.valuesAndGradients(x);
        Points curved = f.hessianProducts(x, v);
        for (int row = 0; row < x.rows(); row++) {
            Points alone = x.slice(row, row + 1);
            ValuesAndGradients single = f.valuesAndGradients(alone);
            assertThat(single.values()[0]).isEqualTo(together.values()[row]);
            assertThat(single.gradients()).isEqualTo(together.gradients().slice(row, row + 1));
            assertThat(f.hessianProducts(alone, v.slice(row, row + 1))).isEqualTo(curved.slice(row, row + 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void liesBelowItsChords(ExampleNetworks kind) {
        if (!kind.convex()) {
            return;
        }
        GraphPotential f = kind.network(D, 87);
        Points ends = ExampleNetworks.points(200, D, 88);
        float[] atEnds = f.values(ends);
        for (int pair = 0; pair < 100; pair++) {
            for (int step = 0; step < 10; step++) {
                float t = (step + 0.5f) / 10;
                float[] between = new float[D];
                for (int i = 0; i < D; i++) {
                    between[i] = t * ends.at(pair, i) + (1 - t) * ends.at(pair + 100, i);
                }
                float chord = t * atEnds[pair] + (1 - t) * atEnds[pair + 100];
                assertThat(f.values(Points.ofRows(between))[0])
                        .isLessThanOrEqualTo(chord + 1e-6f + 1e-5f * Math.abs(chord));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void curvesUpInEveryDirection(ExampleNetworks kind) {
        if (!kind.convex()) {
            return;
        }
        GraphPotential f = kind.network(D, 89);
        Points x = ExampleNetworks.points(300, D, 90);
        Points v = ExampleNetworks.points(300, D, 91);
        Points curved = f.hessianProducts(x, v);
        for (int row = 0; row < x.rows(); row++) {
            double product = 0;
            for (int i = 0; i < D; i++) {
                product += v.at(row, i) * curved.at(row, i);
            }
            assertThat(product).isGreaterThanOrEqualTo(-1e-5);
        }
    }

    @Test
    void normalizesItsFirstBatch() {
        GraphPotential f = ExampleNetworks.ACT_NORM.network(D, 92);
        Points batch = ExampleNetworks.points(500, D, 93);
        GraphPotential calibrated = f.calibrated(batch);
        for (Normalization normalization : f.graph().normalizations()) {
            Sweep<float[][]> sweep = new Sweep<>(f.graph(), new RowAlgebra(f.graph(), calibrated.parameters()));
            double[] sums = new double[20];
            double[] squares = new double[20];
            float[][] rows = new float[batch.rows()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = batch.row(i);
            }
            // Two steps make a normalising layer: the shift follows its input.
            for (float[] row : sweep.forward(rows).get(normalization.input() + 2)) {
                for (int j = 0; j < row.length; j++) {
                    sums[j] += row[j];
                    squares[j] += row[j] * row[j];
                }
            }
            int width = f.graph().blocks().get(normalization.shift()).place().size();
            for (int j = 0; j < width; j++) {
                assertThat(sums[j] / 500).isCloseTo(0, within(1e-4));
                assertThat(squares[j] / 500).isCloseTo(1, within(1e-3));
            }
        }
        assertThat(f.graph().normalizations()).hasSize(2);
    }

    @Test
    void projectsOnlyWhatMustNotBeNegative() {
        try (TrainableGraph f = TrainableGraph.of(ExampleNetworks.DENSE.network(D, 94))) {
            float[] negative = ExampleNetworks.normal(f.parameters().count(), 95);
            f.parameters().restore(negative);
            f.project();
            float[] projected = f.parameters().download();
            for (GraphBlock block : f.graph().blocks()) {
                for (int i = block.place().offset();
                        i < block.place().offset() + block.place().size();
                        i++) {
                    assertThat(projected[i])
                            .isEqualTo(
                                    block.sign() == GraphBlock.Sign.PROJECTED ? Math.max(negative[i], 0) : negative[i]);
                }
            }
            assertThat(f.penalty()).isZero();
        }
    }

    @Test
    void penalizesNegativeWeightsByTheirNorm() {
        try (TrainableGraph f = TrainableGraph.of(ExampleNetworks.ICNN_PENALIZED.network(D, 96));
                ParameterGradient gradient = f.parameterGradient(Points.zeros(1, D), new float[] {0})) {
            float[] numbers = f.parameters().download();
            double expected = 0;
            double[] slopes = new double[numbers.length];
            for (GraphBlock block : f.graph().blocks()) {
                if (block.sign() == GraphBlock.Sign.PENALIZED) {
                    double squares = 0;
                    int from = block.place().offset();
                    for (int i = from; i < from + block.place().size(); i++) {
                        squares += Math.pow(Math.min(numbers[i], 0), 2);
                    }
                    for (int i = from; i < from + block.place().size(); i++) {
                        slopes[i] = Math.min(numbers[i], 0) / Math.sqrt(squares);
                    }
                    expected += Math.sqrt(squares);
                }
            }
            assertThat(expected).isPositive();
            assertThat(f.penalty()).isCloseTo(expected, within(1e-5));
            f.addPenaltyGradient(gradient);
            float[] found = gradient.download();
            for (int i = 0; i < found.length; i++) {
                assertThat((double) found[i]).isCloseTo(slopes[i], within(1e-5));
            }
        }
    }

    @Test
    void refusesPointsAndParametersOfAnotherSize() {
        GraphPotential f = ExampleNetworks.DENSE.network(D, 97);
        assertThatThrownBy(() -> f.values(Points.zeros(1, D + 1))).hasMessageContaining("points of dimension 4");
        assertThatThrownBy(() -> f.with(new float[3])).hasMessageContaining("3 parameters");
        assertThatThrownBy(() -> f.hessianProducts(Points.zeros(2, D), Points.zeros(1, D)))
                .hasMessageContaining("1 directions for 2 points");
        assertThat(f.valuesAndGradients(Points.zeros(0, D)).values()).isEmpty();
    }

    @Test
    void refusesAnEvaluationAfterTheParametersChanged() {
        try (TrainableGraph f = TrainableGraph.of(ExampleNetworks.ICGN.network(D, 98));
                GraphEvaluation evaluation = f.evaluate(Points.zeros(2, D))) {
            f.parameters().changed();
            assertThatThrownBy(evaluation::gradients).isInstanceOf(IllegalStateException.class);
        }
    }

    private static void assertClose(float[] found, float[] expected) {
        float largest = 1;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            if (Math.abs(found[i] - expected[i]) > 1e-5f * largest) {
                assertThat(found[i]).as("number %d", i).isCloseTo(expected[i], within(1e-5f * largest));
            }
        }
    }
}
