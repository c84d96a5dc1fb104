package io.brenier.training.job;

/**
 * Why a job failed.
 *
 * @param code internal, diverged, no_worker, or the code of a problem with what it was given
 * @param message a sentence for the user
 */
public record JobError(String code, String message) {

    public static final String DIVERGED = "diverged";
    public static final String INTERNAL = "internal";
    public static final String NO_WORKER = "no_worker";
}
