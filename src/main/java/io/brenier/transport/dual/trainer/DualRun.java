package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.LoopSpec;
import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.batch.BatchSampler;
import io.brenier.transport.dual.batch.BatchSampler.Batches;
import io.brenier.transport.dual.checkpoint.CheckpointContent;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.report.HeldOutScore;
import io.brenier.transport.dual.report.HeldOutScore.Score;
import io.brenier.transport.metric.interval.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The loop of every solver that trains: steps, scores, roll-backs, checkpoints, until the steps are done or the time is up, the listener
 * stops it, nothing helps any more or the held-out dual no longer falls.
 */
final class DualRun {

    /** Scores of a run whose spec leaves their number open. */
    private static final int USUAL_SCORES = 16;

    private final LoopSpec loop;
    private final StandardProblem problem;
    private final TrainingListener listener;
    private final TrainingClock clock;
    private final String fingerprint;
    private final DualNetworks networks;
    private final HeldOutScore heldOutScore;
    private final BatchSampler sampler;
    private final StepRule rule;
    private final Finish finish;
    private final StepMetrics metrics;
    private final DualState state;
    private final List<String> notes = new ArrayList<>();
    private double lastTime;

    /**
     * @param begun the clock's time from which the budget counts
     * @param fingerprint of the problem, which a checkpoint to resume must have
     */
    DualRun(
            LoopSpec loop,
            StandardProblem problem,
            long seed,
            DualNetworks networks,
            StepRule rule,
            Finish finish,
            TrainingListener listener,
            TrainingClock clock,
            double begun,
            String fingerprint,
            @Nullable Checkpoint resume) {
        this.loop = loop;
        this.problem = problem;
        this.listener = listener;
        this.clock = clock;
        this.fingerprint = fingerprint;
        this.networks = networks;
        this.rule = rule;
        this.finish = finish;
        this.lastTime = begun;
        this.heldOutScore = new HeldOutScore(problem);
        CheckpointContent content = resume == null ? null : DualState.read(resume, fingerprint);
        this.sampler = new BatchSampler(
                problem,
                loop,
                rule.batchesAStep(),
                seed,
                rule.gainsFromCoupling() ? new TrainedGradient(networks.potential()) : null,
                content == null ? null : DualState.couplingIn(content));
        this.metrics = new StepMetrics(problem);
        this.state = content == null
                ? DualState.begin(
                        heldOutScore.of(networks.pair(PairParameters.START)).dual(),
                        problem.hasManySamples(),
                        loop.patience())
                : DualState.resume(content, networks, problem.hasManySamples(), loop.patience());
        if (content != null) {
            rule.restore(DualState.ruleIn(content));
        }
    }

    TrainingOutcome run() {
        // Asked between a step and its score alone: were the time to end while the listener is told of them, as when a
        // checkpoint is written, the last weights would never be judged.
        boolean over = progress() >= 1;
        while (!over) {
            if (listener.shouldStop()) {
                Checkpoint checkpoint = checkpoint();
                listener.onCheckpoint(checkpoint);
                return new TrainingOutcome.Interrupted(checkpoint);
            }
            double progress = progress();
            networks.schedule(state.rollBacks(), state.step(), progress);
            double rate = networks.potentialLearner().rate();
            Batches batches = sampler.at(state.step(), progress);
            boolean logged = isLogged(state.step() + 1);
            StepReport report = rule.make(batches, state.step(), logged);
            state.stepMade();
            progress = progress();
            over = progress >= 1;
            Optional<TrainingOutcome> ended =
                    report.isSound() ? validate(progress) : recover("The loss is no longer finite", true);
            if (ended.isPresent()) {
                return ended.get();
            }
            tell(report, rate, logged);
        }
        return complete();
    }

    private boolean isLogged(long step) {
        return step % loop.logEvery() == 0 || step == loop.steps();
    }

    private double progress() {
        double now = clock.seconds();
        state.spent(now - lastTime);
        lastTime = now;
        return loop.progress(state.step(), state.seconds());
    }

    /** Scores the averaged weights where it is time for it; at the end the last weights as well. */
    private Optional<TrainingOutcome> validate(double progress) {
        boolean last = progress >= 1;
        if (!last && !isScoreDue(progress)) {
            return Optional.empty();
        }
        state.scored();
        PairParameters averaged = networks.averaged();
        NetworkPair pair = networks.pair(averaged);
        Score score = heldOutScore.of(pair);
        metrics.validated(listener, state.step(), pair, score);
        state.watch(score.dual());
        if (!last
                && state.rollBacks()
                        .areDue(
                                state.step(),
                                score.dual(),
                                state.startDual(),
                                state.leastDual(),
                                problem.dimension())) {
            return recover(
                    "The held-out dual rose to %.4g from %.4g".formatted(score.dual(), state.leastDual()),
                    RollBacks.isRunaway(score.dual(), state.startDual(), problem.dimension()));
        }
        if (last) {
            offerLast(averaged, score);
            return Optional.empty();
        }
        state.offer(averaged, score.dual());
        return state.isOnPlateau() ? Optional.of(completeEarly()) : Optional.empty();
    }

    private void offerLast(PairParameters averaged, Score averagedScore) {
        PairParameters current = networks.current();
        Score currentScore = heldOutScore.of(networks.pair(current));
        boolean isAverage = state.prefersAverage(averagedScore.dual(), currentScore.dual());
        Score score = isAverage ? averagedScore : currentScore;
        Interval excess =
                score.excessOver(heldOutScore.of(networks.pair(state.best().parameters())));
        // An excess that is not a number counts as worse.
        state.offerLast(isAverage ? averaged : current, score.dual(), !(excess.low() <= 0));
    }

    private boolean isScoreDue(double progress) {
        return loop.validateEvery() == 0
                ? progress * USUAL_SCORES >= state.scores() + 1
                : state.step() % loop.validateEvery() == 0;
    }

    /** Back to the best pair, which was near the least dual when it was scored; or the end of the run where that was tried often enough. */
    private Optional<TrainingOutcome> recover(String reason, boolean blowUp) {
        networks.restartFrom(state.best().parameters());
        // What it knew of networks that came apart would bring them down again.
        rule.restore(Map.of());
        state.rolledBack(blowUp);
        if (state.rollBacks().showDivergence()) {
            return Optional.of(new TrainingOutcome.Diverged(
                    state.step(),
                    "%s at step %d, the %dth time, though each time the training went on from better weights at half the learning rate."
                            .formatted(reason, state.step(), state.rollBacks().blowUps()),
                    checkpoint()));
        }
        if (state.rollBacks().areUsedUp()) {
            return Optional.of(completeEarly());
        }
        listener.onWarning(
                "%s at step %d; the training goes on from the best weights, of step %d, at half the learning rate."
                        .formatted(reason, state.step(), state.best().step()));
        return Optional.empty();
    }

    private void tell(StepReport report, double rate, boolean logged) {
        if (logged) {
            metrics.step(listener, state.step(), report, rate);
            tellProgress();
        }
        // Asked in any case: a listener may count the steps by it.
        boolean due = listener.checkpointDue();
        if (due || state.step() % loop.checkpointEvery() == 0) {
            listener.onCheckpoint(checkpoint());
        }
    }

    /** By steps; where time ends the run, the total is an estimate. */
    private void tellProgress() {
        if (loop.budgetSeconds() == 0) {
            listener.onProgress(state.step(), loop.steps());
        } else {
            double progress = loop.progress(state.step(), state.seconds());
            listener.onProgress(
                    state.step(), Math.max(state.step(), Math.round(state.step() / Math.max(progress, 1e-9))));
        }
    }

    private TrainingOutcome completeEarly() {
        notes.add("The training ended at step %d of %d: the held-out dual had stopped to fall."
                .formatted(state.step(), loop.steps()));
        return complete();
    }

    private TrainingOutcome complete() {
        BestPair best = state.best();
        NetworkPair pair = networks.pair(best.parameters());
        if (loop.steps() > 0 && best.step() == 0) {
            notes.add("No step made the map better than its start, by the held-out dual: the start is returned.");
        }
        return finish.of(
                new Finish.Trained(pair, heldOutScore.of(pair), best.step(), state.step(), List.copyOf(notes)));
    }

    private Checkpoint checkpoint() {
        return state.checkpoint(networks, rule.state(), sampler.coupledBy(), fingerprint);
    }
}
