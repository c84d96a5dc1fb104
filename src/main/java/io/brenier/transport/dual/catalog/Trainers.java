package io.brenier.transport.dual.catalog;

import io.brenier.transport.dual.AutoSpec;
import io.brenier.transport.dual.EnotSpec;
import io.brenier.transport.dual.EntropicSpec;
import io.brenier.transport.dual.GaussianSpec;
import io.brenier.transport.dual.IdentitySpec;
import io.brenier.transport.dual.MixtureSpec;
import io.brenier.transport.dual.ProgressiveSpec;
import io.brenier.transport.dual.SolverSpec;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingClock;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.dual.auto.AutoTrainer;
import io.brenier.transport.dual.instant.InstantSolver;
import io.brenier.transport.dual.trainer.EnotTrainer;
import io.brenier.transport.dual.trainer.GaussianTrainer;
import io.brenier.transport.dual.trainer.InstantTrainer;
import io.brenier.transport.dual.trainer.W2DualTrainer;

/** Which trainer learns by which spec. */
public final class Trainers {

    private Trainers() {}

    /** A trainer for one run. */
    public static Trainer forSpec(SolverSpec spec) {
        return switch (spec) {
            case AutoSpec auto -> new AutoTrainer(auto, TrainingClock.WALL);
            case W2DualSpec dual -> W2DualTrainer.of(dual, TrainingClock.WALL);
            case EnotSpec enot -> new EnotTrainer(enot, TrainingClock.WALL);
            case GaussianSpec _ -> new GaussianTrainer();
            case IdentitySpec _ -> new InstantTrainer(InstantSolver.identity());
            case EntropicSpec entropic -> new InstantTrainer(InstantSolver.entropic(entropic));
            case ProgressiveSpec progressive -> new InstantTrainer(InstantSolver.progressive(progressive));
            case MixtureSpec mixture -> new InstantTrainer(InstantSolver.mixture(mixture));
        };
    }
}
