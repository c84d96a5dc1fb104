package io.brenier.training.store;

import io.brenier.platform.BlobRef;
import io.brenier.platform.database.Times;
import io.brenier.training.job.StoredCheckpoint;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of checkpoints. */
@Repository
class CheckpointStore {

    private final JdbcClient jdbc;

    CheckpointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(UUID job, StoredCheckpoint checkpoint) {
        jdbc.sql("delete from training_checkpoints where job_id = :job and step = :step")
                .param("job", job)
                .param("step", checkpoint.step())
                .update();
        jdbc.sql("""
                insert into training_checkpoints (job_id, step, attempt, sha256, size, created_at)
                values (:job, :step, :attempt, :sha256, :size, :createdAt)""")
                .param("job", job)
                .param("step", checkpoint.step())
                .param("attempt", checkpoint.attempt())
                .param("sha256", checkpoint.blob().sha256())
                .param("size", checkpoint.blob().size())
                .param("createdAt", Times.column(checkpoint.createdAt()))
                .update();
    }

    /** Forgets all but the last so many. */
    void keepLast(UUID job, int count) {
        jdbc.sql("""
                delete from training_checkpoints where job_id = :job and step not in (
                    select step from training_checkpoints where job_id = :job order by step desc limit :count)""").param("job", job).param("count", count).update();
    }

    /** Every kept one, by step. */
    List<StoredCheckpoint> of(UUID job) {
        return jdbc.sql("select * from training_checkpoints where job_id = :job order by step")
                .param("job", job)
                .query((row, _) -> new StoredCheckpoint(
                        row.getLong("step"),
                        row.getInt("attempt"),
                        new BlobRef(row.getString("sha256"), row.getLong("size")),
                        Times.read(row, "created_at")))
                .list();
    }

    Optional<StoredCheckpoint> last(UUID job) {
        List<StoredCheckpoint> all = of(job);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
