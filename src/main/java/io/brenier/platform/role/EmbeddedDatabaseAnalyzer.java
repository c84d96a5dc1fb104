package io.brenier.platform.role;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set. */
final class EmbeddedDatabaseAnalyzer extends AbstractFailureAnalyzer<EmbeddedDatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedDatabaseException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set spring.datasource.url to a PostgreSQL database, such as jdbc:postgresql://host:5432/brenier, with"
                        + " spring.datasource.username and spring.datasource.password (or SPRING_DATASOURCE_URL, _USERNAME and"
                        + " _PASSWORD in the environment), the same for every process; or leave brenier.role at 'all'.",
                cause);
    }
}
