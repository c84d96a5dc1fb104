package io.brenier.platform.storage;

import com.zaxxer.hikari.HikariDataSource;
import io.brenier.platform.storage.object.FolderObjectStore;
import io.brenier.platform.storage.object.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

/** As on a laptop: H2 and a folder. */
class FolderBlobStoreIT extends BlobStoreContract {

    private final HikariDataSource database = new HikariDataSource();

    @Override
    DataSource newDatabase() {
        database.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        return database;
    }

    @Override
    ObjectStore newObjects(Path folder) throws IOException {
        return new FolderObjectStore(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }
}
