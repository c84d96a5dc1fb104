package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.EnotSpec;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.checkpoint.Fingerprint;
import io.brenier.transport.dual.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Learns f and its conjugate by ENOT; ∇g is the amortizer. */
public final class EnotTrainer implements Trainer {

    private final EnotSpec spec;
    private final TrainingClock clock;

    /** @param clock of the time budget */
    public EnotTrainer(EnotSpec spec, TrainingClock clock) {
        this.spec = spec;
        this.clock = clock;
    }

    @Override
    public TrainingOutcome train(TrainingProblem problem, TrainingListener listener, @Nullable Checkpoint resume) {
        double begun = clock.seconds();
        StandardProblem standard = prepare(problem);
        return run(problem, standard).train(Finish.asItIs(standard), listener, clock, begun, resume);
    }

    @Override
    public DualPotentials potentialsAt(TrainingProblem problem, Checkpoint checkpoint) {
        StandardProblem standard = prepare(problem);
        return standard.inUnits(run(problem, standard).bestOf(checkpoint));
    }

    private EnotRun run(TrainingProblem problem, StandardProblem standard) {
        return new EnotRun(spec, standard, problem.seed(), Fingerprint.of(problem));
    }

    private StandardProblem prepare(TrainingProblem problem) {
        problem.requireSolver(spec);
        StandardProblem standard = StandardProblem.of(problem);
        BatchFit.require(spec.loop(), standard, problem);
        return standard;
    }
}
