package io.brenier.platform.storage;

import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobReferences;
import io.brenier.platform.database.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which object holds which blob, and which objects are being written. Every time in it is the database's: the clocks of the processes are not asked.
 *
 * <p>An object's life: its key is announced; it is written; in one transaction the announcement goes and the blob's row comes; the row goes, which foreign keys
 * allow only when nothing refers to it; the object is deleted. So an object that is neither announced nor in a blob's row is dead for good.
 */
@Repository
class BlobTable {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    BlobTable(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    Optional<Location> find(String sha256) {
        return jdbc.sql("select object_key, size_bytes from blobs where sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, _) -> new Location(row.getString("object_key"), row.getLong("size_bytes")))
                .optional();
    }

    /** Begins the blob's grace period anew; empty if there is no such blob. */
    Optional<Location> renew(String sha256) {
        int renewed = jdbc.sql("update blobs set committed_at = current_timestamp where sha256 = :sha256")
                .param("sha256", sha256)
                .update();
        return renewed == 0 ? Optional.empty() : find(sha256);
    }

    void announce(String key) {
        jdbc.sql("insert into blob_uploads (object_key, started_at) values (:key, current_timestamp)")
                .param("key", key)
                .update();
    }

    /** Makes the announced object the blob's; false if it was given up meanwhile. */
    boolean adopt(String key, BlobRef blob) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (withdraw(key) == 0) {
                return false;
            }
            boolean placed;
            do {
                // Neither where another process committed the same content in between and it was collected before we
                // looked again.
                placed = repoint(key, blob) == 1 || insert(key, blob) == 1;
            } while (!placed);
            return true;
        }));
    }

    /** Forgets an announcement; what was written under its key is dead then. */
    int withdraw(String key) {
        return jdbc.sql("delete from blob_uploads where object_key = :key")
                .param("key", key)
                .update();
    }

    private int repoint(String key, BlobRef blob) {
        return jdbc.sql("""
                update blobs set object_key = :key, size_bytes = :size, committed_at = current_timestamp where sha256 = :sha256""")
                .param("key", key)
                .param("size", blob.size())
                .param("sha256", blob.sha256())
                .update();
    }

    private int insert(String key, BlobRef blob) {
        return jdbc.sql("""
                insert into blobs (sha256, size_bytes, object_key, committed_at)
                values (:sha256, :size, :key, current_timestamp) on conflict do nothing""")
                .param("sha256", blob.sha256())
                .param("size", blob.size())
                .param("key", key)
                .update();
    }

    /** Announcements that are older than the limit. */
    List<String> announcedBefore(Instant limit) {
        return jdbc.sql("select object_key from blob_uploads where started_at < :limit")
                .param("limit", Times.column(limit))
                .query(String.class)
                .list();
    }

    /** Blobs that nothing refers to and that were not committed since the limit, by their hashes, from above the given one. */
    List<Candidate> unreferenced(List<BlobReferences> features, Instant limit, String above, int most) {
        String referenced = features.stream()
                .map(feature -> "and not exists (select 1 from %s r where r.%s = b.sha256)"
                        .formatted(feature.table(), feature.column()))
                .collect(Collectors.joining(" "));
        return jdbc.sql("""
                select sha256, size_bytes, object_key from blobs b
                where sha256 > :above and committed_at < :limit %s order by sha256 limit :most""".formatted(referenced))
                .param("above", above)
                .param("limit", Times.column(limit))
                .param("most", most)
                .query((row, _) -> new Candidate(
                        new BlobRef(row.getString("sha256"), row.getLong("size_bytes")), row.getString("object_key")))
                .list();
    }

    /** Removes the blob's row unless the blob was committed again since the limit, lies elsewhere now, or is referred to: which its foreign keys decide. */
    boolean remove(Candidate blob, Instant limit) {
        try {
            return jdbc.sql("""
                            delete from blobs where sha256 = :sha256 and object_key = :key and committed_at < :limit""")
                            .param("sha256", blob.ref().sha256())
                            .param("key", blob.key())
                            .param("limit", Times.column(limit))
                            .update()
                    == 1;
        } catch (DataIntegrityViolationException referredTo) {
            return false;
        }
    }

    /** Those of the keys that no object has which is needed or may come to be: asked for after the objects were seen, the answer holds for ever. */
    Set<String> dead(Collection<String> keys) {
        Set<String> dead = new HashSet<>(keys);
        jdbc.sql("""
                select object_key from blob_uploads where object_key in (:keys)
                union all select object_key from blobs where object_key in (:keys)""").param("keys", keys).query(String.class).list().forEach(dead::remove);
        return dead;
    }

    /** Whether it is this process's turn to collect; the next one comes after the interval. */
    boolean takeTurn(Duration interval) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            Instant now = now();
            return jdbc.sql("update blob_collection set next_at = :next where id = 1 and next_at <= :now")
                            .param("next", Times.column(now.plus(interval)))
                            .param("now", Times.column(now))
                            .update()
                    == 1;
        }));
    }

    Instant now() {
        return jdbc.sql("select current_timestamp")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
    /** Where a blob lies. */
    record Location(String key, long size) {}

    /** A blob that may be removed. */
    record Candidate(BlobRef ref, String key) {}
}
