package io.brenier.platform.web;

import io.brenier.PostgresDatabase;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on PostgreSQL, whose states have other numbers. */
@Tag("containers")
@DirtiesContext
class BrokenReferenceOnPostgresIT extends BrokenReferenceIT {

    @Autowired
    BrokenReferenceOnPostgresIT(JdbcClient jdbc, ProblemAdvice advice) {
        super(jdbc, advice);
    }

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry registry) {
        PostgresDatabase.register(registry);
    }
}
