package io.brenier.models.web;

import io.brenier.PostgresDatabase;
import io.brenier.models.ModelPublisher;
import io.brenier.platform.BlobStore;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The registry over HTTP on PostgreSQL: the same as on the embedded database. */
@Tag("containers")
@DirtiesContext
class RegistryHttpOnPostgresIT extends RegistryHttpIT {

    @Autowired
    RegistryHttpOnPostgresIT(ModelPublisher publisher, BlobStore blobs) {
        super(publisher, blobs);
    }

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry registry) {
        PostgresDatabase.register(registry);
    }
}
