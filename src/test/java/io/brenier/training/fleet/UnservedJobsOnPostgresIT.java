package io.brenier.training.fleet;

import io.brenier.PostgresDatabase;
import io.brenier.training.run.TrainingProperties;
import io.brenier.training.store.WaitingJobs;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Workers that are missing, on PostgreSQL: the same as on the embedded database. */
@Tag("containers")
@DirtiesContext
class UnservedJobsOnPostgresIT extends UnservedJobsIT {

    @Autowired
    UnservedJobsOnPostgresIT(
            @LocalServerPort int port, WorkerTable workers, WaitingJobs waiting, TrainingProperties properties) {
        super(port, workers, waiting, properties);
    }

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry registry) {
        PostgresDatabase.register(registry);
    }
}
