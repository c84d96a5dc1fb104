package io.brenier.training.store;

import io.brenier.platform.database.Times;
import io.brenier.training.job.LoggedStep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of logged figures, a row a logged step. */
@Repository
class MetricStore {

    private final JdbcClient jdbc;

    MetricStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing where the step is there: its writer did not learn that it had written it. */
    void append(UUID job, long step, Map<String, Double> figures, Instant now) {
        jdbc.sql(
                        "insert into training_metrics (job_id, step, figures, at) values (:job, :step, :figures, :at) on conflict do nothing")
                .param("job", job)
                .param("step", step)
                .param("figures", Columns.json(figures))
                .param("at", Times.column(now))
                .update();
    }

    /** A run that goes on from a checkpoint makes the steps beyond it again. */
    void forgetBeyond(UUID job, long step) {
        jdbc.sql("delete from training_metrics where job_id = :job and step > :step")
                .param("job", job)
                .param("step", step)
                .update();
    }

    List<LoggedStep> after(UUID job, long afterStep, int limit) {
        return jdbc.sql("""
                select * from training_metrics where job_id = :job and step > :after order by step limit :limit""")
                .param("job", job)
                .param("after", afterStep)
                .param("limit", limit)
                .query((row, _) -> new LoggedStep(
                        row.getLong("step"), Times.read(row, "at"), Columns.json(row, "figures", Columns.FIGURES)))
                .list();
    }
}
