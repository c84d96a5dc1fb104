package io.brenier.samples;

import io.brenier.PostgresDatabase;
import org.junit.jupiter.api.Tag;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sets drawn from measures on PostgreSQL: the same as on the embedded database. */
@Tag("containers")
@DirtiesContext
class MeasureSampleSetsOnPostgresIT extends MeasureSampleSetsIT {

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry registry) {
        PostgresDatabase.register(registry);
    }
}
