package io.brenier.training.run;

import io.brenier.PostgresDatabase;
import io.brenier.training.store.Attempts;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Jobs on PostgreSQL: the same as on the embedded database. */
@Tag("containers")
@DirtiesContext
class ScriptedTrainingOnPostgresIT extends ScriptedTrainingIT {

    @Autowired
    ScriptedTrainingOnPostgresIT(@LocalServerPort int port, JdbcClient jdbc, Attempts attempts) {
        super(port, jdbc, attempts);
    }

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry registry) {
        PostgresDatabase.register(registry);
    }
}
