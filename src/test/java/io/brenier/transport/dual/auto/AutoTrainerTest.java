package io.brenier.transport.dual.auto;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.dual.AutoSpec;
import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.GaussianSpec;
import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingOutcome.Completed;
import io.brenier.transport.dual.TrainingOutcome.Interrupted;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.catalog.Trainers;
import io.brenier.transport.measure.named.BrenierPair;
import io.brenier.transport.metric.SinkhornDivergence;
import io.brenier.transport.metric.SinkhornSettings;
import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AutoTrainerTest {

    @Test
    void trainsWhereThatHelpsAndSaysWhatItChose() {
        AutoSpec spec = new AutoSpec(0, 250);
        Points source = normal(2_000, 6, 1);
        Notes notes = new Notes();

        Completed outcome = (Completed) train(spec, source, bent(normal(2_000, 6, 2)), notes, null);

        assertThat(outcome.notes()).anyMatch(note -> note.startsWith("Published is the trained map"));
        assertThat(notes.told).anyMatch(note -> note.startsWith("Instant answers"));
        assertThat(notes.told).anyMatch(note -> note.startsWith("Trained is ENOT"));
        assertThat(notes.interim).hasSize(1);
        assertThat(notes.interim.getFirst().transport(source, Direction.FORWARD).dimension())
                .isEqualTo(6);
        assertThat(outcome.metrics())
                .containsKeys("sinkhorn_divergence_forward_gaussian", "sinkhorn_divergence_forward_entropic");
        assertThat(outcome.metrics().get("sinkhorn_divergence_forward"))
                .isLessThan(figure(outcome, "sinkhorn_divergence_forward_gaussian"));
        assertThat(outcome.metrics().get("validation_dual")).isLessThan(figure(outcome, "validation_dual_gaussian"));
    }

    @Test
    void publishesAnInstantAnswerWhereTrainingBuysNothing() {
        Points source = normal(60, 12, 3);
        Points target = normal(60, 12, 4);

        Completed outcome = (Completed) train(new AutoSpec(0, 40), source, target, new Notes(), null);

        assertThat(outcome.notes()).anyMatch(note -> note.contains("published is the instant answer"));
        TrainingProblem problem = new TrainingProblem(source, target, null, null, new GaussianSpec(), 11);
        Completed gaussian = (Completed) Trainers.forSpec(problem.solver()).train(problem, new Notes(), null);
        assertThat(divergences(outcome)).isLessThan(1.1 * divergences(gaussian));
    }

    @Test
    void ofFewSamplesKeepsTheGaussianMapAgainstOneThatTheHeldOutSamplesFlatter() {
        BrenierPair pair = BrenierPair.of(16, 3, 93);

        Notes notes = new Notes();
        train(new AutoSpec(0, 0), pair.source().sample(300, 0), pair.target().sample(300, 1), notes, null);

        String note = notes.told.getFirst();
        assertThat(divergences(note, "entropic")).isLessThan(0.9 * divergences(note, "gaussian"));
        assertThat(note).contains("The best, by cross-validation as there are few samples, is 'gaussian'");
    }

    @Test
    void comparesByTheHeldOutSamplesWhereAPartWithoutTheOthersWouldBeOnePoint() {
        float[] values = new float[2 * 14];
        values[0] = 1;
        values[3] = 1;
        Notes notes = new Notes();

        train(new AutoSpec(0, 0), Points.of(values, 14, 2), normal(14, 2, 6), notes, null);

        assertThat(notes.told).singleElement().asString().contains("The best is '");
    }

    @Test
    void aStopDuringInstantAnswersEndsNothing() {
        AutoSpec spec = new AutoSpec(0, 0);
        Points source = normal(12, 3, 5);
        Points target = normal(14, 3, 6);
        Notes stopped = new Notes() {
            @Override
            public boolean shouldStop() {
                return true;
            }
        };

        Interrupted outcome = (Interrupted) train(spec, source, target, stopped, null);
        Completed resumed = (Completed) train(spec, source, target, new Notes(), outcome.checkpoint());
        Completed straight = (Completed) train(spec, source, target, new Notes(), null);

        assertThat(resumed.potentials().transport(source, Direction.FORWARD))
                .isEqualTo(straight.potentials().transport(source, Direction.FORWARD));
        TrainingProblem problem = new TrainingProblem(source, target, null, null, spec, 11);
        assertThat(new AutoTrainer(spec, TrainingClock.WALL)
                        .potentialsAt(problem, outcome.checkpoint())
                        .dimension())
                .isEqualTo(3);
    }

    @Test
    void answersAtOnceWhereThereIsTooLittleToTrainOn() {
        Completed outcome =
                (Completed) train(new AutoSpec(60, 1_000), normal(12, 3, 5), normal(9, 3, 6), new Notes(), null);

        assertThat(outcome.steps()).isZero();
    }

    @Test
    void isRepeatableToTheBitWithoutATimeBudgetAlsoAfterAStop() {
        AutoSpec spec = new AutoSpec(0, 60);
        Points source = normal(800, 2, 7);
        Points target = bent(normal(800, 2, 8));
        Completed straight = (Completed) train(spec, source, target, new Notes(), null);

        Interrupted stopped = (Interrupted) train(spec, source, target, new StopsAfter(25), null);
        Completed resumed = (Completed) train(spec, source, target, new Notes(), stopped.checkpoint());

        Points points = normal(100, 2, 9);
        for (Direction direction : Direction.values()) {
            assertThat(resumed.potentials().transport(points, direction))
                    .isEqualTo(straight.potentials().transport(points, direction));
        }
        assertThat(resumed.metrics()).isEqualTo(straight.metrics());
    }

    private static TrainingOutcome train(
            AutoSpec spec, Points source, Points target, TrainingListener listener, @Nullable Checkpoint resume) {
        return new AutoTrainer(spec, TrainingClock.WALL)
                .train(new TrainingProblem(source, target, null, null, spec, 11), listener, resume);
    }

    /** Of both directions, as a note tells them. */
    private static double divergences(String note, String map) {
        Matcher matcher =
                Pattern.compile(map + " ([0-9]+[.][0-9]+) / ([0-9]+[.][0-9]+)").matcher(note);
        assertThat(matcher.find()).as(note).isTrue();
        return Double.parseDouble(matcher.group(1)) + Double.parseDouble(matcher.group(2));
    }

    /** Of both directions, on samples that no training saw. */
    private static double divergences(Completed outcome) {
        Points x = normal(500, 12, 21);
        Points y = normal(500, 12, 22);
        SinkhornSettings settings = SinkhornSettings.of(0.6);
        return SinkhornDivergence.between(outcome.potentials().transport(x, Direction.FORWARD), y, settings)
                        .value()
                + SinkhornDivergence.between(outcome.potentials().transport(y, Direction.INVERSE), x, settings)
                        .value();
    }

    private static double figure(Completed outcome, String name) {
        return Objects.requireNonNull(outcome.metrics().get(name), name);
    }

    private static Points normal(int rows, int dimension, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Points.of(values, rows, dimension);
    }

    /** By the gradient of a convex function, coordinate by coordinate. */
    private static Points bent(Points x) {
        float[] values = new float[x.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (x.values()[i] / 2 + 2 * Math.tanh(3 * x.values()[i]));
        }
        return Points.of(values, x.rows(), x.dimension());
    }

    private static class Notes implements TrainingListener {

        final List<String> told = new ArrayList<>();
        final List<DualPotentials> interim = new ArrayList<>();

        @Override
        public void onInterimAnswer(DualPotentials potentials, String reason) {
            interim.add(potentials);
        }

        @Override
        public void onNote(String message) {
            told.add(message);
        }
    }

    /** Stops the training, not the search before it, by counting the questions since the plan was told. */
    private static final class StopsAfter extends Notes {

        private final int most;
        private int asked;

        StopsAfter(int most) {
            this.most = most;
        }

        @Override
        public boolean shouldStop() {
            return told.stream().anyMatch(note -> note.startsWith("Trained is")) && asked++ >= most;
        }
    }
}
