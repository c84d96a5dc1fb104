package io.brenier.platform.schema;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says how the schema is brought up. */
final class SchemaBehindAnalyzer extends AbstractFailureAnalyzer<SchemaBehindException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SchemaBehindException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Run this program once with --brenier.command=migrate on the same database, as the migration job of the Helm chart does;"
                        + " or let this process do it: brenier.schema.migrate=true.",
                cause);
    }
}
