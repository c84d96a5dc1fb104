package io.brenier.training.history;

import io.brenier.PostgresDatabase;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Histories on PostgreSQL: the same as on the embedded database. */
@Tag("containers")
@DirtiesContext
class HistoryThinningOnPostgresIT extends HistoryThinningIT {

    @Autowired
    HistoryThinningOnPostgresIT(@LocalServerPort int port, HistoryStore store) {
        super(port, store);
    }

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry registry) {
        PostgresDatabase.register(registry);
    }
}
