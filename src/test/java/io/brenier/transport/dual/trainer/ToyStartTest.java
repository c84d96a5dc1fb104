package io.brenier.transport.dual.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.TrainingOutcome.Completed;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.catalog.Trainers;
import io.brenier.transport.measure.named.PlanarMeasure;
import io.brenier.transport.measure.named.PlanarShape;
import io.brenier.transport.metric.SinkhornDivergence;
import io.brenier.transport.metric.SinkhornSettings;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No steps at all on the toy measures: the start is the Gaussian map. */
class ToyStartTest {

    private static final int ROWS = 4_000;
    private static final int SCORED = 400;

    /** Sinkhorn divergences at ε = .1, cost |x − y|², as known of the Gaussian map on held-out samples. */
    @ParameterizedTest
    @CsvSource({"SIMPLE, CIRCLE, 5.6, 0.007", "SQUARE_FIVE, SQUARE_FOUR, 15.5, 24.6"})
    void hasTheKnownDivergences(PlanarShape from, PlanarShape to, double forward, double back) {
        DualPotentials start = start(from, to);
        Points x = points(from, SCORED, 11);
        Points y = points(to, SCORED, 12);

        double toTarget = divergence(start.transport(x, Direction.FORWARD), y);
        double toSource = divergence(start.transport(y, Direction.INVERSE), x);

        assertThat(toTarget).isCloseTo(forward, within(0.15 * forward));
        assertThat(toSource).isCloseTo(back, within(0.15 * back + 0.01));
    }

    /** Circle: variance 12.5 + noise in each coordinate, simple: the noise alone, so that the map multiplies by the root of their ratio. */
    @Test
    void stretchesTheSimpleMeasureToTheCircle() {
        Points x = Points.ofRows(new float[] {0, 0}, new float[] {0.1f, 0}, new float[] {0, 0.1f});

        Points images = start(PlanarShape.SIMPLE, PlanarShape.CIRCLE).transport(x, Direction.FORWARD);

        double noise = 0.25 * 0.25;
        double stretch = Math.sqrt((12.5 + noise) / noise);
        assertThat((double) images.at(1, 0) - images.at(0, 0)).isCloseTo(0.1 * stretch, within(0.005 * stretch));
        assertThat((double) images.at(2, 1) - images.at(0, 1)).isCloseTo(0.1 * stretch, within(0.005 * stretch));
    }

    private static DualPotentials start(PlanarShape from, PlanarShape to) {
        TrainingProblem problem =
                new TrainingProblem(points(from, ROWS, 1), points(to, ROWS, 2), null, null, Specs.small(0), 3);
        return ((Completed) Trainers.forSpec(problem.solver()).train(problem, new RecordingListener(), null))
                .potentials();
    }

    private static double divergence(Points pushed, Points known) {
        SinkhornDivergence.Result result =
                SinkhornDivergence.between(pushed, known, new SinkhornSettings(0.1, 1e-2, 3_000));
        assertThat(result.converged()).isTrue();
        return result.value();
    }

    private static Points points(PlanarShape shape, int rows, long seed) {
        return PlanarMeasure.of(shape).sample(rows, seed);
    }
}
