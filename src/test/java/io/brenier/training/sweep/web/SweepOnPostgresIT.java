package io.brenier.training.sweep.web;

import io.brenier.PostgresDatabase;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sweeps on PostgreSQL: the same as on the embedded database. */
@Tag("containers")
@DirtiesContext
class SweepOnPostgresIT extends SweepIT {

    @Autowired
    SweepOnPostgresIT(@LocalServerPort int port) {
        super(port);
    }

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry registry) {
        PostgresDatabase.register(registry);
    }
}
