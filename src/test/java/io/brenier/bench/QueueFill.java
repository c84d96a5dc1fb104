package io.brenier.bench;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many copies of a job: ended ones with events, waiting ones with their entries of the queue. */
final class QueueFill {

    private static final String WAITS = "'queued'";
    private static final String ENDED =
            "(array['succeeded', 'succeeded', 'succeeded', 'failed', 'cancelled'])[1 + i % 5]";

    private QueueFill() {}

    /** The jobs came one after the other over the last two months, and all of them before now. */
    static void fill(JdbcClient jdbc, String pattern, int ended, int waiting, int events) {
        String each = " + i * interval '60 days' / " + (ended + waiting);
        copies(jdbc, pattern, 0, ended, ENDED, "now() - interval '60 days'" + each, each);
        jdbc.sql("""
                insert into training_events (job_id, id, type, level, message, data, at)
                select job.id, e, case when e < 3 then 'job.queued' else 'metrics' end, 'info', 'Step 100 of 2000.',
                    '{"step": 100, "dual_objective": 1.2345678, "step_seconds": 0.0123}', job.created_at
                from training_jobs job, generate_series(1, :events) e where job.status <> 'queued'""").param("events", events).update();
        copies(jdbc, pattern, ended, waiting, WAITS, "null", each);
        jdbc.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
                select 'training', job.id || '/' || job.id, job.queued_at, false, 1, 50
                from training_jobs job where job.status = 'queued' and job.id <> cast(:pattern as uuid)""").param("pattern", pattern).update();
        for (String table : List.of("training_jobs", "training_events", "training_transitions", "scheduled_tasks")) {
            jdbc.sql("vacuum analyze " + table).update();
        }
    }

    private static void copies(
            JdbcClient jdbc, String pattern, int from, int count, String status, String endedAt, String each) {
        List<String> columns = jdbc.sql("""
                select column_name from information_schema.columns
                where table_name = 'training_jobs' and table_schema = current_schema() order by ordinal_position""").query(String.class).list();
        String values = columns.stream()
                .map(column -> switch (column) {
                    // A UUID of version 7, of a time before now.
                    case "id" ->
                        "cast(lpad(to_hex(cast(extract(epoch from now()) * 1000 as bigint) - 10000000 + i), 12, '0')"
                                + " || '7000' || '8000' || lpad(to_hex(i), 12, '0') as uuid)";
                    case "status" -> status;
                    case "ended_at" -> endedAt;
                    case "created_at", "queued_at" -> "now() - interval '61 days'" + each;
                    default -> column;
                })
                .collect(Collectors.joining(", "));
        jdbc.sql(
                        "insert into training_jobs (%s) select %s from training_jobs pattern, generate_series(%d, %d) i where pattern.id = cast(:pattern as uuid)"
                                .formatted(String.join(", ", columns), values, from, from + count - 1))
                .param("pattern", pattern)
                .update();
    }
}
