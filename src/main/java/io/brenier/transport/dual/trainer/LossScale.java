package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.problem.Units;

/** What a standardised loss is to be multiplied with in the units of the samples. */
enum LossScale {
    /** A square of source coordinates. */
    SOURCE,
    /** A square of target coordinates. */
    TARGET,
    /** A product of both. */
    PRODUCT;

    double of(Units units) {
        double source = units.source().scale();
        double target = units.target().scale();
        return switch (this) {
            case SOURCE -> source * source;
            case TARGET -> target * target;
            case PRODUCT -> source * target;
        };
    }
}
