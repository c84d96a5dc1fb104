package io.brenier.transport.dual.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.conjugate.RowStatus;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DistillationSpec;
import io.brenier.transport.dual.EntropicSpec;
import io.brenier.transport.dual.IdentitySpec;
import io.brenier.transport.dual.MixtureSpec;
import io.brenier.transport.dual.ProgressiveSpec;
import io.brenier.transport.dual.SinkhornSpec;
import io.brenier.transport.dual.SolverSpec;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingOutcome.Completed;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.catalog.Trainers;
import io.brenier.transport.metric.UnexplainedVariance;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InstantTrainerTest {

    private static final EntropicSpec ENTROPIC = EntropicSpec.of(new SinkhornSpec(0.02, 2_000, 1e-3, 2_000));

    private static final DistillationSpec SHORT = shorter(DistillationSpec.defaults(2));

    private static DistillationSpec shorter(DistillationSpec usual) {
        MlpSpec network = new MlpSpec(List.of(16, 16), Activation.ELU, PotentialStart.GAUSSIAN);
        return new DistillationSpec(network, network, usual.optimizer(), 200, 256);
    }

    @Test
    void entropicMapNearsAKnownMapBothWays() {
        KnownPair pair = new KnownPair();
        Completed completed = train(pair.source(3_000, 1), pair.target(3_000, 2), ENTROPIC);

        Points x = pair.source(2_000, 99);
        Points y = pair.map(x);
        assertThat(UnexplainedVariance.percent(completed.potentials().transport(x, Direction.FORWARD), y))
                .isLessThan(1.5);
        assertThat(UnexplainedVariance.percent(completed.potentials().transport(y, Direction.INVERSE), x))
                .isLessThan(2.5);
        assertThat(completed.metrics())
                .containsKeys(
                        "validation_dual", "sinkhorn_divergence_forward", "sinkhorn_iterations", "marginal_error");
        assertThat(completed.metrics().get("marginal_error")).isLessThan(1e-3);
        assertThat(completed.notes()).singleElement().asString().contains("max_points");
    }

    @Test
    void entropicMapFindsAShift() {
        Points source = KnownPair.normal(1_500, 3, 4);
        Points target = shifted(source, 5);

        Completed completed = train(source, target, ENTROPIC);

        Points x = KnownPair.normal(200, 3, 5);
        assertThat(UnexplainedVariance.percent(completed.potentials().transport(x, Direction.FORWARD), shifted(x, 5)))
                .isLessThan(4);
        assertThat(completed.metrics().get("w2_squared")).isCloseTo(25, within(2.0));
    }

    @Test
    void saysWhenSinkhornDidNotConverge() {
        KnownPair pair = new KnownPair();

        Completed completed =
                train(pair.source(200, 1), pair.target(200, 2), EntropicSpec.of(new SinkhornSpec(0.01, 200, 1e-3, 3)));

        assertThat(completed.notes()).singleElement().asString().contains("did not converge", "Raise epsilon");
    }

    @Test
    void refinementFindsTheWayBackFromOutsideTheSamplesToo() {
        KnownPair pair = new KnownPair();
        Completed completed = train(pair.source(500, 1), pair.target(500, 2), ENTROPIC);

        Points y = Points.ofRows(new float[] {1.4f, 1.4f}, new float[] {30, 0}, new float[] {-5, 8});
        ConjugateResult refined = completed.potentials().refineInverse(y, LbfgsSpec.REFINED);

        assertThat(refined.statuses()).containsOnly(RowStatus.CONVERGED);
        Points back = completed.potentials().transport(refined.argmins(), Direction.FORWARD);
        for (int i = 0; i < back.values().length; i++) {
            assertThat(back.values()[i]).isCloseTo(y.values()[i], within(0.1f));
        }
    }

    @Test
    void debiasingBettersABlurredMap() {
        KnownPair pair = new KnownPair();
        Points source = pair.source(1_000, 1);
        Points target = pair.target(1_000, 2);
        SinkhornSpec coarse = new SinkhornSpec(0.2, 1_000, 1e-3, 2_000);

        double plain =
                forwardUvp(pair, train(source, target, new EntropicSpec(coarse, PotentialStart.IDENTITY, 0, null)));
        double debiased = forwardUvp(pair, train(source, target, EntropicSpec.of(coarse)));

        assertThat(debiased).isLessThan(plain / 2);
    }

    @Test
    void stagesBetterTheMapOfTheSameLastEpsilon() {
        KnownPair pair = new KnownPair();
        Points source = pair.source(1_000, 1);
        Points target = pair.target(1_000, 2);
        SinkhornSpec coarse = new SinkhornSpec(0.2, 1_000, 1e-3, 2_000);

        double plain =
                forwardUvp(pair, train(source, target, new EntropicSpec(coarse, PotentialStart.IDENTITY, 0, null)));
        Completed progressive = train(source, target, new ProgressiveSpec(coarse, 0.4, 4, SHORT));

        assertThat(forwardUvp(pair, progressive)).isLessThan(plain);
        assertThat(progressive.metrics()).containsKeys("distillation_error_forward", "distillation_error_inverse");
        assertThat(progressive.metrics().get("distillation_error_forward")).isLessThan(0.01);
    }

    @ParameterizedTest
    @MethodSource("distilled")
    void distilledMapsAreDualPotentialsThatKeepTheGaussianMapOfGaussians(SolverSpec spec) {
        Points source = KnownPair.normal(1_000, 2, 1);
        float[] images = KnownPair.normal(1_000, 2, 2).values();
        for (int i = 0; i < images.length; i++) {
            images[i] = i % 2 == 0 ? 3 * images[i] + 1 : images[i] - 2;
        }
        Completed completed = train(source, Points.of(images, 1_000, 2), spec);

        Points x = KnownPair.normal(500, 2, 3);
        float[] truth = x.values().clone();
        for (int i = 0; i < truth.length; i++) {
            truth[i] = i % 2 == 0 ? 3 * truth[i] + 1 : truth[i] - 2;
        }
        Points y = Points.of(truth, 500, 2);
        assertThat(UnexplainedVariance.percent(completed.potentials().transport(x, Direction.FORWARD), y))
                .isLessThan(4);
        assertThat(UnexplainedVariance.percent(completed.potentials().transport(y, Direction.INVERSE), x))
                .isLessThan(6);
    }

    static Stream<SolverSpec> distilled() {
        SinkhornSpec sinkhorn = new SinkhornSpec(0.1, 1_000, 1e-3, 2_000);
        return Stream.of(
                new EntropicSpec(sinkhorn, PotentialStart.GAUSSIAN, 0.75, SHORT),
                new EntropicSpec(sinkhorn, PotentialStart.IDENTITY, 0.75, SHORT),
                new MixtureSpec(2, 1_000, 1e-4, 100, SHORT));
    }

    @ParameterizedTest
    @MethodSource("all")
    void answersOddSetsWithFiniteFigures(SolverSpec spec) {
        float[] flat = new float[60];
        for (int i = 0; i < 20; i++) {
            flat[3 * i] = i % 4;
            flat[3 * i + 1] = 1_000 + i % 3;
        }
        Completed completed = train(KnownPair.normal(20, 3, 1), Points.of(flat, 20, 3), spec);

        for (float value : completed
                .potentials()
                .transport(KnownPair.normal(9, 3, 2), Direction.FORWARD)
                .values()) {
            assertThat(value).isFinite();
        }
        assertThat(completed.metrics().values())
                .allSatisfy(figure -> assertThat(figure).isFinite());
    }

    static Stream<SolverSpec> all() {
        return Stream.concat(
                distilled(),
                Stream.of(
                        ENTROPIC,
                        new IdentitySpec(),
                        new ProgressiveSpec(new SinkhornSpec(0.1, 100, 1e-3, 2_000), 0.2, 2, SHORT)));
    }

    private static double forwardUvp(KnownPair pair, Completed completed) {
        Points x = pair.source(2_000, 99);
        return UnexplainedVariance.percent(completed.potentials().transport(x, Direction.FORWARD), pair.map(x));
    }

    @Test
    void stopsWithinThePlanAndBeginsAnew() {
        KnownPair pair = new KnownPair();
        TrainingProblem problem =
                new TrainingProblem(pair.source(300, 1), pair.target(300, 2), null, null, ENTROPIC, 3);
        RecordingListener listener = new RecordingListener(5);

        TrainingOutcome outcome = Trainers.forSpec(ENTROPIC).train(problem, listener, null);

        assertThat(outcome).isInstanceOf(TrainingOutcome.Interrupted.class);
        TrainingOutcome resumed =
                Trainers.forSpec(ENTROPIC).train(problem, new RecordingListener(), listener.checkpoints.getLast());
        assertThat(resumed).isInstanceOf(Completed.class);
        assertThat(Trainers.forSpec(ENTROPIC)
                        .potentialsAt(problem, listener.checkpoints.getLast())
                        .dimension())
                .isEqualTo(2);
    }

    @Test
    void givesTheSameBitsForTheSameSeed() {
        KnownPair pair = new KnownPair();
        Points x = pair.source(50, 9);
        Points source = pair.source(2_500, 1);
        Points target = pair.target(2_500, 2);

        assertThat(train(source, target, ENTROPIC).potentials().transport(x, Direction.FORWARD))
                .isEqualTo(train(source, target, ENTROPIC).potentials().transport(x, Direction.FORWARD));
    }

    @Test
    void identityLeavesEveryPointWhereItIs() {
        KnownPair pair = new KnownPair();
        Completed completed = train(pair.source(1_000, 1), pair.target(1_000, 2), new IdentitySpec());

        for (Direction direction : Direction.values()) {
            Points image = completed.potentials().transport(Points.ofRows(new float[] {1, -1}), direction);

            assertThat(image.at(0, 0)).isCloseTo(1, within(1e-5f));
            assertThat(image.at(0, 1)).isCloseTo(-1, within(1e-5f));
        }
        assertThat(completed.metrics()).containsKey("sinkhorn_divergence_forward");
    }

    private static Completed train(Points source, Points target, SolverSpec spec) {
        TrainingProblem problem = new TrainingProblem(source, target, null, null, spec, 3);
        return (Completed) Trainers.forSpec(spec).train(problem, new RecordingListener(), null);
    }

    private static Points shifted(Points points, float by) {
        float[] values = points.values().clone();
        for (int i = 0; i < values.length; i += points.dimension()) {
            values[i] += by;
        }
        return Points.of(values, points.rows(), points.dimension());
    }
}
