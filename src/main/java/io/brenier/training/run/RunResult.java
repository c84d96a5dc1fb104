package io.brenier.training.run;

import java.time.Duration;

/** What becomes of the queue's entry after a run. */
public sealed interface RunResult {

    /** The job ended, stands still or is held back: the entry is done with. */
    record Finished() implements RunResult {}

    /** The job waits again: the entry stays for the next attempt. */
    record Again(Duration delay) implements RunResult {}

    /** The job is in other hands, and so is the entry. */
    record Lost() implements RunResult {}
}
