package io.brenier.models.registry;

import io.brenier.PostgresDatabase;
import io.brenier.models.ModelPublisher;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Versions and aliases on PostgreSQL: the same as on the embedded database. */
@Tag("containers")
@DirtiesContext
class RegistryPublisherOnPostgresIT extends RegistryPublisherIT {

    @Autowired
    RegistryPublisherOnPostgresIT(
            ModelPublisher publisher,
            VersionStore versions,
            AliasStore aliases,
            ModelStore models,
            RegistryLookup lookup,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        super(publisher, versions, aliases, models, lookup, transaction, jdbc);
    }

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry registry) {
        PostgresDatabase.register(registry);
    }
}
