package io.brenier.training.job;

import java.util.UUID;

/** The attempt that speaks does not hold the job any more: another has it, or nobody. Its run must stop and write nothing. */
public final class JobLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JobLostException(UUID job, int attempt) {
        super("attempt %d does not hold job %s any more".formatted(attempt, job));
    }
}
