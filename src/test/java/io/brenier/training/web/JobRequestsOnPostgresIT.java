package io.brenier.training.web;

import io.brenier.PostgresDatabase;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Requests of jobs on PostgreSQL: the same as on the embedded database. */
@Tag("containers")
@DirtiesContext
class JobRequestsOnPostgresIT extends JobRequestsIT {

    @Autowired
    JobRequestsOnPostgresIT(@LocalServerPort int port, JdbcClient jdbc) {
        super(port, jdbc);
    }

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry registry) {
        PostgresDatabase.register(registry);
    }
}
