package io.brenier.training.history;

import io.brenier.platform.database.Times;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows that tell of a job's course. */
@Repository
class HistoryStore {

    private final JdbcClient jdbc;

    HistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most so many jobs that ended before the given time and still have all of it, those that ended first before others. */
    List<UUID> wholeAndEndedBefore(Instant time, int limit) {
        return jdbc.sql("""
                select id from training_jobs where history_whole = true and ended_at < :time
                order by ended_at limit :limit""")
                .param("time", Times.column(time))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Forgets the events that repeat figures, and of the figures all but every n-th and the last, so that about {@code kept} remain. */
    @Transactional
    void thin(UUID job, int kept) {
        jdbc.sql("delete from training_events where job_id = :job and type = 'metrics'")
                .param("job", job)
                .update();
        jdbc.sql("""
                delete from training_metrics where job_id = :job and step not in (
                    select step from (
                        select step, row_number() over (order by step desc) as number, count(*) over () as total
                        from training_metrics where job_id = :job) numbered
                    where mod(number - 1, (total + :kept - 1) / :kept) = 0)""").param("job", job).param("kept", kept).update();
        jdbc.sql("update training_jobs set history_whole = false where id = :job")
                .param("job", job)
                .update();
    }
}
