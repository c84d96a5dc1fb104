package io.brenier.training.store;

import io.brenier.platform.database.Times;
import io.brenier.training.job.EventType;
import io.brenier.training.job.JobEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of events. */
@Repository
class EventStore {

    private static final int MAX_MESSAGE = 4_000;

    private final JdbcClient jdbc;

    EventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers and keeps an event. Needs a transaction: the job's row is locked until it ends, so that ids have no gap and appear in order. */
    void append(UUID job, EventType type, JobEvent.Level level, String message, Map<String, Object> data, Instant now) {
        jdbc.sql("update training_jobs set last_event = last_event + 1 where id = :job")
                .param("job", job)
                .update();
        jdbc.sql("""
                insert into training_events (job_id, id, type, level, message, data, at)
                select id, last_event, :type, :level, :message, :data, :at from training_jobs where id = :job""")
                .param("job", job)
                .param("type", type.wireName())
                .param("level", level.wireName())
                .param("message", Columns.shortened(message, MAX_MESSAGE))
                .param("data", Columns.json(data))
                .param("at", Times.column(now))
                .update();
    }

    /** At most so many events after the given id, in order. */
    List<JobEvent> after(UUID job, long after, int limit) {
        return jdbc.sql("select * from training_events where job_id = :job and id > :after order by id limit :limit")
                .param("job", job)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new JobEvent(
                        row.getLong("id"),
                        EventType.ofWireName(row.getString("type")),
                        JobEvent.Level.ofWireName(row.getString("level")),
                        row.getString("message"),
                        Columns.json(row, "data", Columns.DATA),
                        Times.read(row, "at")))
                .list();
    }
}
