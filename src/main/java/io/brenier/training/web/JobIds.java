package io.brenier.training.web;

import io.brenier.platform.Excerpt;
import io.brenier.platform.Ids;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.util.UUID;

/** Identifiers of jobs in paths. */
final class JobIds {

    private static final int LONGEST = 64;

    private JobIds() {}

    /** @throws ProblemException job_not_found for what cannot be one */
    static UUID parse(String given) {
        return Ids.parse(given)
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.JOB_NOT_FOUND,
                        "there is no training job '%s'".formatted(Excerpt.of(given, LONGEST))));
    }
}
