package io.brenier.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brenier.BrenierApplication;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class SchemaMigrationIT {

    @TempDir
    Path storage;

    @Test
    void aProcessThatMayNotMigrateStartsOnceTheSchemaIsUp() {
        assertThatThrownBy(this::startWithoutMigrating)
                .rootCause()
                .isInstanceOf(SchemaBehindException.class)
                .hasMessageContaining("V1__");

        BrenierApplication.main(new String[] {"--brenier.command=migrate", "--brenier.storage.directory=" + storage});

        try (ConfigurableApplicationContext service = startWithoutMigrating()) {
            assertThat(service.isRunning()).isTrue();
        }
    }

    @Test
    void theRefusalSaysWhatToRun() {
        SchemaBehindException behind = new SchemaBehindException(java.util.List.of("V9__quotas.sql"));

        assertThat(Objects.requireNonNull(new SchemaBehindAnalyzer().analyze(behind))
                        .getAction())
                .contains("--brenier.command=migrate", "brenier.schema.migrate=true");
    }

    private ConfigurableApplicationContext startWithoutMigrating() {
        return new SpringApplicationBuilder(BrenierApplication.class)
                .run("--server.port=0", "--brenier.schema.migrate=false", "--brenier.storage.directory=" + storage);
    }
}
