package io.brenier.platform.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set, in the place of a stack trace. */
class UnsecuredServerAnalyzer extends AbstractFailureAnalyzer<UnsecuredServerException> {

    private static final String ACTION =
            "Set brenier.security.mode=on and make a first key with --brenier.command=create-api-key (docs/operations.md, \"Security\"); or"
                    + " let only this machine in: server.address=127.0.0.1. Only where something of your own stands before the service and"
                    + " lets in nobody you do not trust: brenier.security.mode=off with"
                    + " brenier.security.unauthenticated-from-anywhere=true.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsecuredServerException cause) {
        return new FailureAnalysis(cause.getMessage(), ACTION, cause);
    }
}
