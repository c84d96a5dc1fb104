package io.brenier.training.job;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.util.List;
import java.util.UUID;

/** Refuses what a job's status does not allow. */
record StatusGuard(UUID id, JobStatus status) {

    void require(String verb, JobStatus... allowed) {
        if (!List.of(allowed).contains(status)) {
            throw refused(verb, "that takes one of %s".formatted(List.of(allowed)));
        }
    }

    void requireHeld(String verb) {
        if (!status.held()) {
            throw refused(verb, "no worker has it");
        }
    }

    ProblemException refused(String verb, String why) {
        return ProblemException.of(
                ProblemCode.INVALID_STATE,
                "cannot %s job %s, which is %s: %s".formatted(verb, id, status.wireName(), why));
    }
}
