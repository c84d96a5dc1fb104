package io.brenier.bench.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the rows say, past the network that fails. */
final class Database {

    private final Stores stores;

    Database(Stores stores) {
        this.stores = stores;
    }

    /** The jobs that would lose their worker if it died now; none where the database is down. */
    List<Kill> heldBy(String worker) {
        try {
            return query(
                    "select id, attempt from training_jobs where worker = '%s' and status = 'running'"
                            .formatted(worker),
                    row -> new Kill(Instant.now(), worker, row.getObject("id", UUID.class), row.getInt("attempt")));
        } catch (SQLException down) {
            return List.of();
        }
    }

    /** 0 where the database is down. */
    int ended() {
        try {
            return count("select count(*) from training_jobs where ended_at is not null");
        } catch (SQLException down) {
            return 0;
        }
    }

    int unended() throws SQLException {
        return count("select count(*) from training_jobs where ended_at is null");
    }

    /** Waits until all jobs have ended, as long as that goes on: false where none has ended for the given time. */
    boolean awaitEnds(Duration patience) throws SQLException, InterruptedException {
        int left = unended();
        while (left > 0) {
            int before = left;
            if (!Waiting.within(patience, () -> unendedNow() < before)) {
                return false;
            }
            left = unended();
        }
        return true;
    }

    private int unendedNow() {
        try {
            return unended();
        } catch (SQLException down) {
            throw new IllegalStateException(down);
        }
    }

    int count(String sql) throws SQLException {
        return query(sql, row -> row.getInt(1)).getFirst();
    }

    /** When the job's next attempt began. */
    Optional<Instant> nextAttempt(Kill kill) throws SQLException {
        return query(
                        "select at from training_transitions where job_id = '%s' and status = 'running' and at > '%s' order by ordinal limit 1"
                                .formatted(kill.job(), kill.at()),
                        row -> row.getObject("at", OffsetDateTime.class).toInstant())
                .stream()
                .findFirst();
    }

    /** Until when the killed attempt's work was safe: its last checkpoint, or its begin. */
    Instant safeUntil(Kill kill) throws SQLException {
        return query(
                        """
                        select max(at) from (
                            select at from training_events where job_id = '%1$s' and type in ('checkpoint.created', 'job.started') and at <= '%2$s') safe""".formatted(kill.job(), kill.at()),
                        row -> row.getObject(1, OffsetDateTime.class).toInstant())
                .getFirst();
    }

    /** Keys of the objects that the rows need. */
    Set<String> neededObjects() throws SQLException {
        return new HashSet<>(query("""
                select coalesce(b.object_key, 'no object for ' || r.sha256) from (
                    select sha256 from sample_sets
                    union select artifact_sha256 from model_versions
                    union select sha256 from training_checkpoints) r
                left join blobs b on b.sha256 = r.sha256""", row -> row.getString(1)));
    }

    private <T> List<T> query(String sql, Reader<T> reader) throws SQLException {
        try (Connection connection = stores.connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    /** Reads a row. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
