package io.brenier.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import io.brenier.platform.BlobReferences;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every column with a foreign key to the blobs is one that the collector looks at, and the other way round. */
class BlobReferencesIT extends RunningService {

    private final List<BlobReferences> features;
    private final JdbcClient database;

    @Autowired
    BlobReferencesIT(List<BlobReferences> features, JdbcClient database) {
        this.features = features;
        this.database = database;
    }

    @Test
    void whatTheCollectorLooksAtIsWhatTheDatabaseKeeps() {
        List<String> foreignKeys = database.sql("""
                        select u.table_name || '.' || u.column_name from information_schema.referential_constraints r
                        join information_schema.key_column_usage u on u.constraint_name = r.constraint_name
                        join information_schema.key_column_usage p on p.constraint_name = r.unique_constraint_name
                        where p.table_name = 'blobs'""").query(String.class).list();

        assertThat(features)
                .isNotEmpty()
                .extracting(feature -> feature.table() + "." + feature.column())
                .containsExactlyInAnyOrderElementsOf(foreignKeys);
    }

    @Test
    void everyReferenceHasAnIndex() {
        List<String> indexed = database.sql(
                        "select table_name || '.' || column_name from information_schema.index_columns where ordinal_position = 1")
                .query(String.class)
                .list();

        assertThat(features)
                .extracting(feature -> feature.table() + "." + feature.column())
                .isSubsetOf(indexed);
    }
}
