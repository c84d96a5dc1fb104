package io.brenier.platform.storage;

import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobReferences;
import io.brenier.platform.BlobStore;
import io.brenier.platform.storage.object.ObjectStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The blob store on a new database, with a feature that needs some of its blobs. */
final class StoredBlobs {

    private static final BlobReferences NEEDS = new BlobReferences() {
        @Override
        public String table() {
            return "needs";
        }

        @Override
        public String column() {
            return "sha256";
        }
    };

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BlobTable table;
    private final ObjectStore objects;
    private final BlobStore store;
    private final Path directory;

    StoredBlobs(DataSource database, ObjectStore objects, Path directory) throws IOException {
        Flyway.configure().dataSource(database).load().migrate();
        this.jdbc = JdbcClient.create(database);
        jdbc.sql("create table needs (sha256 varchar(64) not null references blobs (sha256))")
                .update();
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.table = new BlobTable(jdbc, transaction);
        this.objects = objects;
        this.directory = directory;
        this.store =
                new DatabaseBlobStore(table, objects, new Spool(properties(Duration.ofHours(1)), Clock.systemUTC()));
    }

    BlobStore store() {
        return store;
    }

    BlobRef put(String text) throws IOException {
        try (BlobStore.Staged staged = store.stage()) {
            staged.stream().write(text.getBytes(StandardCharsets.US_ASCII));
            return staged.commit();
        }
    }

    boolean holds(String sha256) throws IOException {
        try (InputStream _ = store.open(sha256)) {
            return true;
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    String content(String sha256) throws IOException {
        try (InputStream in = store.open(sha256)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** A row of a feature that refers to the blob. */
    void need(String sha256) {
        jdbc.sql("insert into needs (sha256) values (:sha256)")
                .param("sha256", sha256)
                .update();
    }

    void needNoMore(String sha256) {
        jdbc.sql("delete from needs where sha256 = :sha256")
                .param("sha256", sha256)
                .update();
    }

    Set<String> needed() {
        return Set.copyOf(jdbc.sql("select distinct sha256 from needs")
                .query(String.class)
                .list());
    }

    void announce(String key) {
        table.announce(key);
    }

    boolean adopt(String key, BlobRef blob) {
        return table.adopt(key, blob);
    }

    boolean takeTurn(Duration interval) {
        return table.takeTurn(interval);
    }

    /** As if all that was done so far had been done so much earlier. */
    void grow(Duration older) {
        update("update blobs set committed_at = committed_at - interval '%d' second".formatted(older.toSeconds()));
        update("update blob_uploads set started_at = started_at - interval '%d' second".formatted(older.toSeconds()));
    }

    void update(String sql) {
        jdbc.sql(sql).update();
    }

    void inTransaction(Runnable work) {
        transaction.executeWithoutResult(_ -> work.run());
    }

    void collect(Duration keep) {
        new BlobCollector(table, objects, List.of(NEEDS), properties(keep), meters).collect();
    }

    double collected() {
        return meters.counter("brenier.storage.collected").count();
    }

    private StorageProperties properties(Duration keep) {
        return new StorageProperties(StorageType.FOLDER, directory, Duration.ofHours(1), keep);
    }
}
