package io.brenier.training.sweep;

import io.brenier.PostgresDatabase;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Many who see a sweep end, on PostgreSQL: its locks are not those of the embedded database. */
@Tag("containers")
@DirtiesContext
class SweepEndsOnPostgresIT extends SweepEndsIT {

    @Autowired
    SweepEndsOnPostgresIT(@LocalServerPort int port, Sweeps sweeps, JdbcClient jdbc) {
        super(port, sweeps, jdbc);
    }

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry registry) {
        PostgresDatabase.register(registry);
    }
}
