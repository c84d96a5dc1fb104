package io.brenier.transport.dual.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.amortization.AmortizationLoss;
import io.brenier.transport.amortization.AmortizationSpec;
import io.brenier.transport.amortization.AmortizerSpec;
import io.brenier.transport.conjugate.AdamConjugateSpec;
import io.brenier.transport.conjugate.ConjugateSpec;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.conjugate.NoConjugateSpec;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.Side;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingOutcome.Completed;
import io.brenier.transport.dual.TrainingOutcome.Diverged;
import io.brenier.transport.dual.TrainingOutcome.Interrupted;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.UpdateSpec;
import io.brenier.transport.dual.UpdateSpec.Order;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.dual.catalog.Trainers;
import io.brenier.transport.metric.UnexplainedVariance;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.ConvexActivation;
import io.brenier.transport.network.IcnnSpec;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.PositiveWeights;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loss with every solver, and what f and g may be. */
class W2DualCombinationsTest {

    private static final KnownPair PAIR = new KnownPair();
    private static final LbfgsSpec LBFGS = new LbfgsSpec(0.1, 30, 10, 10);
    private static final AdamConjugateSpec ADAM = new AdamConjugateSpec(0.1, 50, 0.1, 0.9, 0.999, 1e-2);
    private static final NoConjugateSpec NONE = new NoConjugateSpec();

    static Stream<Arguments> combinations() {
        return Stream.of(AmortizationLoss.values())
                .flatMap(loss -> Stream.of(LBFGS, ADAM, NONE).map(conjugate -> Arguments.of(loss, conjugate)));
    }

    /** Regression towards what no solver improved teaches the amortizer nothing: that combination must end, and need not learn. */
    @ParameterizedTest
    @MethodSource("combinations")
    void learnsByEveryLossWithEverySolver(AmortizationLoss loss, ConjugateSpec conjugate) {
        W2DualSpec spec = Specs.small(250).withConjugate(conjugate);
        RecordingListener listener = new RecordingListener();

        var outcome = train(spec.withAmortization(spec.amortization().withLoss(loss)), listener);

        if (loss == AmortizationLoss.REGRESSION && conjugate.equals(NONE)) {
            assertThat(outcome).isInstanceOfAny(Completed.class, Diverged.class);
            return;
        }
        assertThat(outcome).isInstanceOfSatisfying(Completed.class, completed -> {
            assertThat(forward(completed.potentials())).isLessThan(forward(start()) / 1.3);
            if (loss == AmortizationLoss.REGRESSION) {
                assertThat(back(completed.potentials())).isLessThan(back(start()) / 1.1);
            }
        });
        assertThat(listener.metrics.get(10L)).containsKeys("dual_objective", "amortization_loss");
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void learnsWithAPotentialForTheAmortizer(AmortizationLoss loss, ConjugateSpec conjugate) {
        W2DualSpec spec = Specs.small(80).withConjugate(conjugate);
        AmortizationSpec amortization = spec.amortization();

        var outcome = train(
                spec.withAmortization(new AmortizationSpec(
                        new AmortizerSpec.OfPotential(spec.potential()), loss, 1, false, amortization.optimizer())),
                new RecordingListener());

        if (loss == AmortizationLoss.REGRESSION && conjugate.equals(NONE)) {
            assertThat(outcome).isInstanceOfAny(Completed.class, Diverged.class);
            return;
        }
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Completed.class,
                        completed -> assertThat(forward(completed.potentials())).isLessThan(forward(start())));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void learnsWithConvexNetworks(AmortizationLoss loss, ConjugateSpec conjugate) {
        W2DualSpec spec = Specs.small(80);
        AmortizationSpec amortization = new AmortizationSpec(
                new AmortizerSpec.OfPotential(icnn(PositiveWeights.projected())), loss, 1, false, spec.optimizer());

        TrainingOutcome outcome = train(
                new W2DualSpec(
                        icnn(PositiveWeights.rectified()),
                        Side.SOURCE,
                        amortization,
                        conjugate,
                        spec.updates(),
                        spec.optimizer(),
                        spec.loop()),
                new RecordingListener());

        if (conjugate.equals(NONE)) {
            assertThat(outcome).isInstanceOfAny(Completed.class, Diverged.class);
            return;
        }
        assertThat(outcome).isInstanceOfSatisfying(Completed.class, completed -> {
            assertThat(forward(completed.potentials())).isLessThan(forward(start()));
            assertThat(completed.metrics().get("convexity_violation_rate")).isLessThan(0.01);
        });
    }

    @Test
    void keepsWeightsFromBeingNegativeByAPenalty() {
        W2DualSpec spec = Specs.small(80);

        Completed free = (Completed) train(penalized(spec, 1e-6), new RecordingListener());
        Completed held = (Completed) train(penalized(spec, 1e3), new RecordingListener());

        assertThat(held.metrics().getOrDefault("convexity_violation_rate", 1.0)).isLessThan(0.01);
        assertThat(held.metrics()).isNotEqualTo(free.metrics());
    }

    private static W2DualSpec penalized(W2DualSpec spec, double beta) {
        return new W2DualSpec(
                icnn(PositiveWeights.penalized(beta)),
                Side.SOURCE,
                spec.amortization(),
                spec.conjugate(),
                spec.updates(),
                spec.optimizer(),
                spec.loop());
    }

    private static IcnnSpec icnn(PositiveWeights weights) {
        return new IcnnSpec(List.of(16, 16), ConvexActivation.ELU, 1, weights, 0.1, PotentialStart.GAUSSIAN);
    }

    @Test
    void learnsWithoutAnAmortizer() {
        W2DualSpec spec = Specs.small(160);
        AmortizerSpec none = new AmortizerSpec.None(PotentialStart.GAUSSIAN);

        Completed completed = (Completed) train(
                spec.withAmortization(AmortizationSpec.regression(none, spec.optimizer())), new RecordingListener());

        assertThat(forward(completed.potentials())).isLessThan(forward(start()) / 2);
        Points y = PAIR.target(500, 77);
        assertThat(completed.potentials().transport(y, Direction.INVERSE))
                .isEqualTo(start().transport(y, Direction.INVERSE));
    }

    @Test
    void learnsInTurnWithInnerSteps() {
        W2DualSpec spec = Specs.small(120).withUpdates(new UpdateSpec(Order.ALTERNATING, 3, false));

        Completed completed = (Completed) train(
                spec.withConjugate(NONE).withAmortization(spec.amortization().withLoss(AmortizationLoss.OBJECTIVE)),
                new RecordingListener());

        assertThat(forward(completed.potentials())).isLessThan(forward(start()) / 1.5);
    }

    @Test
    void learnsBackAndForth() {
        W2DualSpec spec = Specs.small(200);
        AmortizerSpec potential = new AmortizerSpec.OfPotential(spec.potential());
        W2DualSpec both = spec.withAmortization(AmortizationSpec.regression(potential, spec.optimizer()))
                .withUpdates(new UpdateSpec(Order.PARALLEL, 1, true));

        Completed completed = (Completed) train(both, new RecordingListener());

        assertThat(forward(completed.potentials())).isLessThan(forward(start()) / 2);
        assertThat(back(completed.potentials())).isLessThan(back(start()) / 2);
    }

    @Test
    void learnsAMapForwardByAPotentialOfTheTarget() {
        W2DualSpec spec = Specs.small(200);
        W2DualSpec swapped = new W2DualSpec(
                spec.potential(),
                Side.TARGET,
                spec.amortization(),
                spec.conjugate(),
                spec.updates(),
                spec.optimizer(),
                spec.loop());

        Completed completed = (Completed) train(swapped, new RecordingListener());

        assertThat(forward(completed.potentials())).isLessThan(forward(start()) / 2);
        assertThat(back(completed.potentials())).isLessThan(back(start()) / 2);
        Points y = PAIR.target(100, 5);
        var refined = completed.potentials().refineInverse(y, LbfgsSpec.REFINED);
        assertThat(refined.unconverged()).isZero();
        assertThat(refined.argmins()).isEqualTo(completed.potentials().transport(y, Direction.INVERSE));
        assertThat(completed.metrics()).containsKeys("cycle_error", "sinkhorn_divergence_forward");
    }

    @Test
    void goesOnFromACheckpointInEveryMode() {
        W2DualSpec spec = Specs.small(30);
        W2DualSpec inTurn = spec.withUpdates(new UpdateSpec(Order.ALTERNATING, 2, false));
        W2DualSpec swapped = new W2DualSpec(
                spec.potential(),
                Side.TARGET,
                spec.amortization(),
                spec.conjugate(),
                spec.updates(),
                spec.optimizer(),
                spec.loop());
        W2DualSpec alone = spec.withAmortization(
                AmortizationSpec.regression(new AmortizerSpec.None(PotentialStart.IDENTITY), spec.optimizer()));
        for (W2DualSpec mode : List.of(inTurn, swapped, alone)) {
            TrainingProblem problem = problem(mode);
            Completed straight = (Completed) train(mode, new RecordingListener());
            Interrupted interrupted =
                    (Interrupted) Trainers.forSpec(mode).train(problem, new RecordingListener(11), null);
            Completed resumed = (Completed)
                    Trainers.forSpec(mode).train(problem, new RecordingListener(), interrupted.checkpoint());

            assertThat(resumed.metrics()).isEqualTo(straight.metrics());
            assertThat(Trainers.forSpec(mode)
                            .potentialsAt(problem, interrupted.checkpoint())
                            .dimension())
                    .isEqualTo(2);
        }
    }

    @Test
    void givesEachNetworkItsOwnOptimiser() {
        W2DualSpec spec = Specs.small(40);
        OptimizerSpec tiny = Specs.with(40, 1e-7, OptimizerSpec.Type.ADAM).optimizer();
        AmortizationSpec slow =
                new AmortizationSpec(spec.amortization().amortizer(), AmortizationLoss.REGRESSION, 1, false, tiny);

        Completed completed = (Completed) train(spec.withAmortization(slow), new RecordingListener());

        assertThat(forward(completed.potentials())).isLessThan(forward(start()) / 1.2);
        assertThat(back(completed.potentials())).isGreaterThan(back(start()) * 0.95);
    }

    @Test
    void letsTheCycleLossRegularizeThePotential() {
        W2DualSpec spec = Specs.small(160).withConjugate(NONE);
        AmortizationSpec regularized = new AmortizationSpec(
                spec.amortization().amortizer(), AmortizationLoss.CYCLE, 1, true, spec.optimizer());

        Completed completed = (Completed) train(spec.withAmortization(regularized), new RecordingListener());
        Completed plain = (Completed) train(
                spec.withAmortization(spec.amortization().withLoss(AmortizationLoss.CYCLE)), new RecordingListener());

        assertThat(forward(completed.potentials())).isLessThan(forward(start()) / 1.5);
        assertThat(completed.metrics()).isNotEqualTo(plain.metrics());
    }

    @Test
    void evaluatesTheStartWithNoSteps() {
        MlpSpec identity = new MlpSpec(List.of(8), Activation.ELU, PotentialStart.IDENTITY);
        W2DualSpec spec = Specs.small(0);

        Completed gaussian = (Completed) train(spec, new RecordingListener());
        Completed shiftAndScale = (Completed) train(
                new W2DualSpec(
                        identity,
                        Side.SOURCE,
                        AmortizationSpec.regression(new AmortizerSpec.OfPotential(identity), spec.optimizer()),
                        NONE,
                        spec.updates(),
                        spec.optimizer(),
                        spec.loop()),
                new RecordingListener());

        assertThat(gaussian.steps()).isZero();
        Points x = PAIR.source(50, 3);
        assertThat(shiftAndScale.potentials().transport(x, Direction.FORWARD))
                .isNotEqualTo(gaussian.potentials().transport(x, Direction.FORWARD));
        float[] values = x.values();
        float[] images =
                shiftAndScale.potentials().transport(x, Direction.FORWARD).values();
        double slope = (images[2] - images[0]) / (values[2] - values[0]);
        for (int i = 2; i < values.length; i++) {
            assertThat((double) images[i] - images[i % 2]).isCloseTo(slope * (values[i] - values[i % 2]), within(1e-3));
        }
    }

    private static TrainingOutcome train(W2DualSpec spec, RecordingListener listener) {
        return Trainers.forSpec(spec).train(problem(spec), listener, null);
    }

    private static DualPotentials start() {
        return ((Completed) train(Specs.small(0), new RecordingListener())).potentials();
    }

    private static double forward(DualPotentials potentials) {
        Points x = PAIR.source(1_000, 1234);
        return UnexplainedVariance.percent(PAIR.map(x), potentials.transport(x, Direction.FORWARD));
    }

    private static double back(DualPotentials potentials) {
        Points x = PAIR.source(1_000, 1234);
        return UnexplainedVariance.percent(x, potentials.transport(PAIR.map(x), Direction.INVERSE));
    }

    private static TrainingProblem problem(W2DualSpec spec) {
        return new TrainingProblem(PAIR.source(1_000, 1), PAIR.target(1_000, 2), null, null, spec, 7);
    }
}
