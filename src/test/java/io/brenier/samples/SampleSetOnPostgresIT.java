package io.brenier.samples;

import io.brenier.PostgresDatabase;
import org.junit.jupiter.api.Tag;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sample sets on PostgreSQL: the same as on the embedded database. */
@Tag("containers")
@DirtiesContext
@Import(SampleSetIT.Usage.class)
class SampleSetOnPostgresIT extends SampleSetIT {

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry registry) {
        PostgresDatabase.register(registry);
    }
}
