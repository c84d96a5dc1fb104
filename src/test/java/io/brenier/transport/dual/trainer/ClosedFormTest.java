package io.brenier.transport.dual.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.GaussianSpec;
import io.brenier.transport.dual.SolverSpec;
import io.brenier.transport.dual.TrainingOutcome.Completed;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.catalog.Trainers;
import io.brenier.transport.entropic.GaussianMap;
import io.brenier.transport.measure.Moments;
import io.brenier.transport.metric.UnexplainedVariance;
import io.brenier.transport.tensor.Points;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Problems whose answer is known in closed form. */
class ClosedFormTest {

    private static final int DIMENSION = 4;
    private static final Moments SOURCE = new Moments(new double[] {1, -2, 0.5, 3}, covariance(0.5, 2));
    private static final Moments TARGET = new Moments(new double[] {-3, 0, 1, 7}, covariance(-0.3, 0.8));

    @Test
    void mapsGaussiansOfExactMomentsExactly() {
        DualPotentials potentials = GaussianTrainer.between(SOURCE, TARGET);

        Points x = samples(SOURCE, 5_000, 1);
        Points truth = GaussianMap.between(SOURCE, TARGET).apply(x);
        assertThat(UnexplainedVariance.percent(potentials.transport(x, Direction.FORWARD), truth))
                .isLessThan(1e-6);
        assertThat(UnexplainedVariance.percent(potentials.transport(truth, Direction.INVERSE), x))
                .isLessThan(1e-6);
        assertThat(UnexplainedVariance.percent(
                        potentials.refineInverse(truth, LbfgsSpec.REFINED).argmins(), x))
                .isLessThan(1e-6);
    }

    @Test
    void nearsTheMapOfGaussiansByAHundredThousandSamples() {
        Points source = samples(SOURCE, 100_000, 2);
        Points target = samples(TARGET, 100_000, 3);
        for (SolverSpec spec : new SolverSpec[] {new GaussianSpec(), Specs.small(0)}) {
            Completed completed = train(source, target, spec);

            Points x = samples(SOURCE, 5_000, 1);
            Points truth = GaussianMap.between(SOURCE, TARGET).apply(x);
            assertThat(UnexplainedVariance.percent(
                            completed.potentials().transport(x, Direction.FORWARD), truth, TARGET.trace()))
                    .isLessThan(0.05);
        }
    }

    @Test
    void movesByAShiftOfTwoAndFindsTheSquareOfIt() {
        Points source = KnownPair.normal(20_000, 3, 4);
        float[] moved = source.values().clone();
        for (int i = 0; i < moved.length; i += 3) {
            moved[i] += 2;
        }
        Completed completed = train(source, Points.of(moved, source.rows(), 3), Specs.small(0));

        Points x = KnownPair.normal(100, 3, 5);
        Points image = completed.potentials().transport(x, Direction.FORWARD);
        for (int row = 0; row < x.rows(); row++) {
            assertThat(image.at(row, 0) - x.at(row, 0)).isCloseTo(2, within(0.05f));
            assertThat(image.at(row, 1) - x.at(row, 1)).isCloseTo(0, within(0.05f));
        }
        assertThat(completed.metrics().get("w2_squared")).isCloseTo(4, within(0.3));
    }

    @Test
    void leavesAGaussianMapAloneThatTrainingCannotBetter() {
        Points source = samples(SOURCE, 3_000, 6);
        Points target = samples(TARGET, 3_000, 7);

        Completed trained = train(source, target, Specs.small(100));

        Points x = samples(SOURCE, 2_000, 1);
        Points truth = GaussianMap.between(SOURCE, TARGET).apply(x);
        assertThat(UnexplainedVariance.percent(trained.potentials().transport(x, Direction.FORWARD), truth))
                .isLessThan(1);
    }

    @Test
    @Tag("convergence")
    void passesAFewTenthsOfAPercentOnAKnownMap() {
        KnownPair pair = new KnownPair();
        Completed trained = train(pair.source(20_000, 1), pair.target(20_000, 2), Specs.small(1_000));

        Points x = pair.source(4_000, 99);
        assertThat(UnexplainedVariance.percent(trained.potentials().transport(x, Direction.FORWARD), pair.map(x)))
                .isLessThan(0.4);
    }

    private static Completed train(Points source, Points target, SolverSpec spec) {
        TrainingProblem problem = new TrainingProblem(source, target, null, null, spec, 3);
        return (Completed) Trainers.forSpec(spec).train(problem, new RecordingListener(), null);
    }

    /** scale (I + correlation off the diagonal, fading). */
    private static double[] covariance(double correlation, double scale) {
        double[] covariance = new double[DIMENSION * DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            for (int j = 0; j < DIMENSION; j++) {
                covariance[i * DIMENSION + j] = scale * Math.pow(correlation, Math.abs(i - j));
            }
        }
        return covariance;
    }

    /** N(m, Σ) as the Gaussian map from N(0, I). */
    private static Points samples(Moments moments, int rows, long seed) {
        Moments standard = new Moments(
                new double[DIMENSION], GaussianMap.identity(DIMENSION).matrix());
        return GaussianMap.between(standard, moments).apply(KnownPair.normal(rows, DIMENSION, seed));
    }
}
