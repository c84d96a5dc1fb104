package io.brenier.training.run;

import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.GaussianSpec;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.dual.catalog.Trainers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A trainer whose state is a number that every step changes, and whose steps do what the test's script says. */
public final class ScriptedTrainer implements Trainer {

    private final Script script;

    ScriptedTrainer(Script script) {
        this.script = script;
    }

    /** What happens before a step. */
    public interface Script {

        /** @return false to diverge at this step */
        boolean step(long step) throws InterruptedException;
    }

    @Override
    public TrainingOutcome train(TrainingProblem problem, TrainingListener listener, @Nullable Checkpoint resume) {
        long steps = ((W2DualSpec) problem.solver()).steps();
        int every = ((W2DualSpec) problem.solver()).loop().checkpointEvery();
        long step = resume == null ? 0 : resume.step();
        long state = resume == null
                ? problem.seed()
                : ByteBuffer.wrap(resume.content()).getLong();
        listener.onInterimAnswer(map(problem), "Scripted.");
        while (step < steps) {
            if (listener.shouldStop()) {
                Checkpoint checkpoint = checkpoint(step, state);
                listener.onCheckpoint(checkpoint);
                return new TrainingOutcome.Interrupted(checkpoint);
            }
            if (!perform(step)) {
                return new TrainingOutcome.Diverged(step, "the objective is NaN.", checkpoint(step, state));
            }
            step++;
            state = (state * 31 + step) % 1_000_003;
            listener.onMetrics(step, Map.of("dual_objective", (double) state));
            listener.onProgress(step, steps);
            boolean due = listener.checkpointDue();
            if (due || step % every == 0) {
                listener.onCheckpoint(checkpoint(step, state));
            }
        }
        return new TrainingOutcome.Completed(
                map(problem), steps, Map.of("state", (double) state), List.of("Scripted."));
    }

    @Override
    public DualPotentials potentialsAt(TrainingProblem problem, Checkpoint checkpoint) {
        return map(problem);
    }

    /** What the state is after all steps of an uninterrupted run. */
    public static double stateAfter(long seed, long steps) {
        long state = seed;
        for (long step = 1; step <= steps; step++) {
            state = (state * 31 + step) % 1_000_003;
        }
        return state;
    }

    private boolean perform(long step) {
        try {
            return script.step(step);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Checkpoint checkpoint(long step, long state) {
        return new Checkpoint(
                step, ByteBuffer.allocate(Long.BYTES).putLong(state).array());
    }

    private static DualPotentials map(TrainingProblem problem) {
        TrainingProblem gaussian =
                new TrainingProblem(problem.source(), problem.target(), null, null, new GaussianSpec(), problem.seed());
        TrainingOutcome outcome = Trainers.forSpec(gaussian.solver()).train(gaussian, new TrainingListener() {}, null);
        return ((TrainingOutcome.Completed) outcome).potentials();
    }
}
