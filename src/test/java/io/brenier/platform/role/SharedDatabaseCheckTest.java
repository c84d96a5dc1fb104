package io.brenier.platform.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SharedDatabaseCheckTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(SharedDatabaseCheck.class);

    @ParameterizedTest
    @CsvSource({
        "api, jdbc:h2:file:./data/db/brenier",
        "worker, jdbc:h2:./data/db/brenier",
        "worker, jdbc:h2:~/brenier;AUTO_SERVER=TRUE"
    })
    void aFleetOnAFileIsRefused(String role, String url) {
        runner.withPropertyValues("brenier.role=" + role, "spring.datasource.url=" + url)
                .run(context -> assertThat(context.getStartupFailure())
                        .isInstanceOf(EmbeddedDatabaseException.class)
                        .hasMessageContaining("brenier.role=" + role)
                        .hasMessageContaining(url));
    }

    @ParameterizedTest
    @CsvSource({
        "all, jdbc:h2:file:./data/db/brenier",
        "api, jdbc:h2:mem:shared",
        "worker, jdbc:h2:tcp://host/db",
        "api, jdbc:postgresql://host/brenier"
    })
    void aDatabaseThatFitsIsNot(String role, String url) {
        runner.withPropertyValues("brenier.role=" + role, "spring.datasource.url=" + url)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void theRefusalSaysWhatToSet() {
        FailureAnalysis analysis = Objects.requireNonNull(new EmbeddedDatabaseAnalyzer()
                .analyze(new EmbeddedDatabaseException(Role.WORKER, "jdbc:h2:file:./data/db/brenier")));
        assertThat(analysis.getAction()).contains("spring.datasource.url", "jdbc:postgresql://");
    }
}
