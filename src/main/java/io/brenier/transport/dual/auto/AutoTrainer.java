package io.brenier.transport.dual.auto;

import io.brenier.transport.dual.AutoSpec;
import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.auto.InstantAnswers.Answers;
import io.brenier.transport.dual.checkpoint.Fingerprint;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.report.FinalMetrics;
import io.brenier.transport.dual.report.HeldOutScore;
import io.brenier.transport.dual.trainer.EnotRun;
import io.brenier.transport.dual.trainer.Finish;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Instant answers, then a training with the time that is left, and the best of all by held-out samples. What is published is never worse on
 * these than identity, the Gaussian or the entropic map, or of few samples than the best of them by cross-validation; where training bought
 * nothing, it is one of them, and the notes say so.
 */
public final class AutoTrainer implements Trainer {

    /** The part of the budget that the entropic map may take, and its most. */
    private static final double ENTROPIC_PART = 0.15;

    private static final double ENTROPIC_SECONDS = 15;
    /** The same where a training on many samples is better in any case: the map is there to serve until then. */
    private static final double SHORT_ENTROPIC_PART = 0.04;

    /** Samples of a side below which nothing is trained. */
    private static final int FEWEST_TO_TRAIN = 32;

    private final AutoSpec spec;
    private final TrainingClock clock;

    /** @param clock of the time budget */
    public AutoTrainer(AutoSpec spec, TrainingClock clock) {
        this.spec = spec;
        this.clock = clock;
    }

    @Override
    public TrainingOutcome train(TrainingProblem problem, TrainingListener listener, @Nullable Checkpoint resume) {
        double begun = clock.seconds();
        StandardProblem standard = prepare(problem);
        HeldOutScore scores = new HeldOutScore(standard);
        Judge judge = new Judge(standard);
        Answers instant = new InstantAnswers(standard, judge, scores)
                .all(problem.seed(), listener, clock, isShort(standard), entropicSeconds(standard));
        Candidate answer = instant.best();
        String instantNote = instantNote(instant);
        listener.onNote(instantNote);
        if (!isTrainedOn(standard)) {
            if (listener.shouldStop()) {
                // What was to be compared may not have been: a run that goes on begins anew.
                return TrainingOutcome.Interrupted.beforeAnyStep(listener);
            }
            return finished(standard, instant, answer, 0, List.of(instantNote));
        }
        TrainingPlan plan = plan(standard, clock.seconds() - begun);
        listener.onInterimAnswer(standard.inUnits(answer.pair()), instantNote);
        listener.onNote(plan.reason());
        Finish finish = trained -> {
            Candidate candidate = judge.judge("trained", trained.pair(), trained.score());
            Verdict verdict = Verdict.of(candidate, instant, trained, judge.comparison());
            List<String> notes = new ArrayList<>(List.of(instantNote, plan.reason()));
            notes.addAll(trained.notes());
            notes.add(verdict.reason());
            return finished(standard, instant, verdict.chosen(), trained.steps(), notes);
        };
        TrainingOutcome outcome = run(plan, standard, problem).train(finish, listener, clock, clock.seconds(), resume);
        if (outcome instanceof TrainingOutcome.Diverged diverged) {
            return finished(
                    standard,
                    instant,
                    answer,
                    diverged.step(),
                    List.of(
                            instantNote,
                            plan.reason(),
                            "The training diverged (%s); published is the instant answer '%s'."
                                    .formatted(diverged.reason(), answer.name())));
        }
        return outcome;
    }

    @Override
    public DualPotentials potentialsAt(TrainingProblem problem, Checkpoint checkpoint) {
        StandardProblem standard = prepare(problem);
        return standard.inUnits(
                isTrainedOn(standard)
                        ? run(plan(standard, 0), standard, problem).bestOf(checkpoint)
                        : standard.gaussian().pair());
    }

    private boolean isTrainedOn(StandardProblem problem) {
        return problem.smallestCount() >= FEWEST_TO_TRAIN && spec.steps() > 0;
    }

    private TrainingOutcome.Completed finished(
            StandardProblem standard, Answers instant, Candidate chosen, long steps, List<String> notes) {
        return new TrainingOutcome.Completed(
                standard.inUnits(chosen.pair()),
                steps,
                FinalMetrics.of(
                        standard,
                        chosen.pair(),
                        chosen.score(),
                        instant.all().stream().map(Candidate::asRival).toList()),
                List.copyOf(notes));
    }

    private TrainingPlan plan(StandardProblem standard, double spent) {
        double left = spec.budgetSeconds() == 0 ? 0 : Math.max(spec.budgetSeconds() - spent, 1e-3);
        return TrainingPlan.of(standard, spec, left);
    }

    private double entropicSeconds(StandardProblem problem) {
        if (spec.budgetSeconds() == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.min(
                ENTROPIC_SECONDS, (isShort(problem) ? SHORT_ENTROPIC_PART : ENTROPIC_PART) * spec.budgetSeconds());
    }

    private static boolean isShort(StandardProblem problem) {
        return problem.hasManySamples() && problem.dimension() > 3;
    }

    private static EnotRun run(TrainingPlan plan, StandardProblem standard, TrainingProblem problem) {
        return new EnotRun(plan.spec(), standard, problem.seed(), Fingerprint.of(problem));
    }

    private static String instantNote(Answers instant) {
        return "Instant answers, held-out Sinkhorn divergence forward / inverse (standardised): %s. The best%s is '%s'."
                .formatted(
                        String.join(
                                ", ",
                                instant.all().stream().map(Candidate::figures).toList()),
                        instant.isCrossValidated() ? ", by cross-validation as there are few samples," : "",
                        instant.best().name());
    }

    private StandardProblem prepare(TrainingProblem problem) {
        problem.requireSolver(spec);
        return StandardProblem.of(problem);
    }
}
