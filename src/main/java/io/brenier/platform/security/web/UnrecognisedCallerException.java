package io.brenier.platform.security.web;

import io.brenier.platform.ProblemException;
import org.springframework.security.core.AuthenticationException;

/** The key or token of a request was refused, or could not be judged. */
final class UnrecognisedCallerException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemException problem;

    UnrecognisedCallerException(ProblemException problem) {
        super(problem.detail(), problem);
        this.problem = problem;
    }

    ProblemException problem() {
        return problem;
    }
}
