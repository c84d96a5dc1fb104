package io.brenier.training.run;

/** Why a run was told to stop. */
enum StopReason {
    /** A client paused or cancelled the job. */
    CLIENT,
    /** The process is going down. */
    SHUTDOWN,
    /** The job's running time is used up. */
    EXPIRED
}
