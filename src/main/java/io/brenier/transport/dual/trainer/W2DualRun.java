package io.brenier.transport.dual.trainer;

import io.brenier.transport.conjugate.Lbfgs;
import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.trainer.BatchSampler.Batch;
import io.brenier.transport.dual.trainer.HeldOutScore.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The loop: steps, scores, roll-backs, checkpoints, until the steps are done, the listener stops it or nothing helps any more. */
final class W2DualRun {

    private final W2DualSpec spec;
    private final StandardProblem problem;
    private final TrainingListener listener;
    private final String fingerprint;
    private final W2DualNetworks networks;
    private final HeldOutScore heldOutScore;
    private final BatchSampler sampler;
    private final W2DualStep stepper;
    private final StepMetrics metrics;
    private final W2DualState state;
    private final List<String> notes = new ArrayList<>();

    W2DualRun(
            W2DualSpec spec,
            StandardProblem problem,
            long seed,
            W2DualNetworks networks,
            TrainingListener listener,
            String fingerprint,
            @Nullable Checkpoint resume) {
        this.spec = spec;
        this.problem = problem;
        this.listener = listener;
        this.fingerprint = fingerprint;
        this.networks = networks;
        this.heldOutScore = new HeldOutScore(problem);
        this.sampler = new BatchSampler(problem, spec, seed);
        this.stepper = new W2DualStep(networks, new Lbfgs(spec.conjugate()));
        this.metrics = new StepMetrics(problem);
        NetworkPair start = networks.start();
        this.state = resume == null
                ? W2DualState.begin(start, heldOutScore.of(start).dual())
                : W2DualState.resume(resume, networks, fingerprint);
    }

    TrainingOutcome run() {
        while (state.step() < spec.steps()) {
            if (listener.shouldStop()) {
                Checkpoint checkpoint = checkpoint();
                listener.onCheckpoint(checkpoint);
                return new TrainingOutcome.Interrupted(checkpoint);
            }
            double rate = state.rollBacks().rate(spec, state.step());
            Batch batch = sampler.draw(state.step());
            StepReport report = stepper.make(batch, rate);
            state.stepMade();
            Optional<TrainingOutcome> ended =
                    report.isSound() ? validate() : recover("The loss is no longer finite", true);
            if (ended.isPresent()) {
                return ended.get();
            }
            tell(report, rate);
        }
        return complete();
    }

    /** Scores the averaged weights where it is time for it; at the end the last weights as well. */
    private Optional<TrainingOutcome> validate() {
        boolean last = state.step() == spec.steps();
        if (!last && state.step() % spec.validateEvery() != 0) {
            return Optional.empty();
        }
        if (last) {
            NetworkPair current = networks.current();
            state.offer(current, heldOutScore.of(current).dual());
        }
        NetworkPair averaged = networks.averaged();
        Score score = heldOutScore.of(averaged);
        metrics.validated(listener, state.step(), averaged, score);
        if (!last
                && state.rollBacks()
                        .areDue(
                                state.step(),
                                score.dual(),
                                state.startDual(),
                                state.best().dual(),
                                problem.dimension())) {
            return recover(
                    "The held-out dual rose to %.4g from %.4g"
                            .formatted(score.dual(), state.best().dual()),
                    RollBacks.isRunaway(score.dual(), state.startDual(), problem.dimension()));
        }
        if (last) {
            state.offerLast(averaged, score.dual());
        } else {
            state.offer(averaged, score.dual());
        }
        return Optional.empty();
    }

    /** Back to the best pair; or the end of the run where that was tried often enough. */
    private Optional<TrainingOutcome> recover(String reason, boolean blowUp) {
        networks.restartFrom(state.best().pair());
        state.rolledBack(blowUp);
        if (state.rollBacks().showDivergence()) {
            return Optional.of(new TrainingOutcome.Diverged(
                    state.step(),
                    "%s at step %d, the %dth time, though each time the training went on from better weights at half the learning rate."
                            .formatted(reason, state.step(), state.rollBacks().blowUps()),
                    checkpoint()));
        }
        if (state.rollBacks().areUsedUp()) {
            notes.add("The training ended at step %d of %d: the held-out dual had stopped to fall."
                    .formatted(state.step(), spec.steps()));
            return Optional.of(complete());
        }
        listener.onWarning(
                "%s at step %d; the training goes on from the best weights, of step %d, at half the learning rate."
                        .formatted(reason, state.step(), state.best().step()));
        return Optional.empty();
    }

    private void tell(StepReport report, double rate) {
        if (state.step() % spec.logEvery() == 0 || state.step() == spec.steps()) {
            metrics.step(
                    listener,
                    state.step(),
                    report,
                    report.isSound() ? stepper.meanPotential(report.batch()) : Double.NaN,
                    rate);
            listener.onProgress(state.step(), spec.steps());
        }
        // Asked in any case: a listener may count the steps by it.
        boolean due = listener.checkpointDue();
        if (due || state.step() % spec.checkpointEvery() == 0) {
            listener.onCheckpoint(checkpoint());
        }
    }

    private TrainingOutcome complete() {
        BestPair best = state.best();
        if (spec.steps() > 0 && best.step() == 0) {
            notes.add("No step made the map better than its start, by the held-out dual: the start is returned.");
        }
        Map<String, Double> figures = FinalMetrics.of(problem, best.pair(), heldOutScore.of(best.pair()));
        return new TrainingOutcome.Completed(problem.inUnits(best.pair()), state.step(), figures, List.copyOf(notes));
    }

    private Checkpoint checkpoint() {
        return state.checkpoint(networks, fingerprint);
    }
}
