package io.brenier.platform.security.key;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says how commands are written, in the place of a stack trace. */
class CommandRefusedAnalyzer extends AbstractFailureAnalyzer<CommandRefusedException> {

    private static final String USAGE = """
            Write one of
                --brenier.command=create-api-key --owner=alice --scope=read|train|admin [--name="notebook"] [--expires-in=90d]
                --brenier.command=list-api-keys
                --brenier.command=revoke-api-key --id=<id>
            """;

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, CommandRefusedException cause) {
        return new FailureAnalysis(cause.getMessage(), USAGE, cause);
    }
}
