package io.brenier.transport.dual;

/** What time budgets are measured by. */
@FunctionalInterface
public interface TrainingClock {

    /** The time that passes. */
    TrainingClock WALL = () -> System.nanoTime() / 1e9;

    /** Seconds since any fixed moment; never falls. */
    double seconds();
}
