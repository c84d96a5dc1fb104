package io.brenier.training.run;

import io.brenier.transport.dual.SolverSpec;
import io.brenier.transport.dual.Trainer;

/** Gives every run a trainer of its own. */
@FunctionalInterface
interface TrainerFactory {

    Trainer forSpec(SolverSpec spec);
}
