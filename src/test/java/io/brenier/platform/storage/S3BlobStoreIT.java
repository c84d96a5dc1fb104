package io.brenier.platform.storage;

import com.zaxxer.hikari.HikariDataSource;
import io.brenier.platform.storage.object.ObjectStore;
import io.brenier.platform.storage.s3.Bucket;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** As in production: PostgreSQL and a bucket. */
@Tag("containers")
@Testcontainers
class S3BlobStoreIT extends BlobStoreContract {

    @Container
    private static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:17");

    @Container
    private static final MinIOContainer SERVER = new MinIOContainer(Bucket.IMAGE);

    private final HikariDataSource database = new HikariDataSource();
    private final Bucket bucket = new Bucket(SERVER);

    @Override
    DataSource newDatabase() {
        String schema = "s" + UUID.randomUUID().toString().replace("-", "");
        database.setJdbcUrl(POSTGRES.getJdbcUrl());
        database.setUsername(POSTGRES.getUsername());
        database.setPassword(POSTGRES.getPassword());
        database.setSchema(schema);
        JdbcClient.create(database).sql("create schema " + schema).update();
        return database;
    }

    @Override
    ObjectStore newObjects(Path folder) {
        return bucket.store();
    }

    @AfterEach
    void close() {
        database.close();
        bucket.close();
    }
}
