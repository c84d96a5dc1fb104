package io.brenier.training.store;

import io.brenier.platform.database.Times;
import io.brenier.training.job.Device;
import io.brenier.training.job.JobError;
import io.brenier.training.job.JobPlan;
import io.brenier.training.job.JobProgress;
import io.brenier.training.job.JobSnapshot;
import io.brenier.training.job.JobStatus;
import io.brenier.training.job.Phase;
import io.brenier.training.job.SweepPlace;
import io.brenier.training.solver.SolverSpecs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job's row, both ways. */
final class JobRows {

    private static final int MAX_MESSAGE = 4_000;

    private JobRows() {}

    static JobSnapshot read(ResultSet row) throws SQLException {
        return new JobSnapshot(
                row.getObject("id", UUID.class),
                plan(row),
                JobStatus.ofWireName(row.getString("status")),
                row.getLong("revision"),
                row.getInt("attempt"),
                row.getInt("failures"),
                row.getInt("losses"),
                Times.read(row, "created_at"),
                Times.read(row, "queued_at"),
                Times.readOrNull(row, "unserved_since"),
                row.getBoolean("held_back"),
                Times.readOrNull(row, "started_at"),
                Times.readOrNull(row, "ended_at"),
                row.getLong("ran_millis"),
                progress(row),
                row.getString("worker"),
                row.getString("queue_entry"),
                error(row),
                row.getObject("model_version", Integer.class),
                Columns.json(row, "metrics", Columns.FIGURES),
                Columns.json(row, "notes", Columns.SENTENCES));
    }

    private static JobPlan plan(ResultSet row) throws SQLException {
        return new JobPlan(
                row.getString("owner"),
                row.getObject("source", UUID.class),
                row.getObject("target", UUID.class),
                row.getObject("validation_source", UUID.class),
                row.getObject("validation_target", UUID.class),
                row.getInt("dimension"),
                SolverSpecs.parse(row.getString("solver")),
                row.getLong("seed"),
                row.getObject("max_runtime_seconds", Long.class),
                Device.ofWireName(row.getString("device")),
                row.getString("register_model"),
                row.getString("register_alias"),
                Columns.json(row, "metadata", Columns.METADATA),
                sweep(row));
    }

    private static @Nullable SweepPlace sweep(ResultSet row) throws SQLException {
        UUID sweep = row.getObject("sweep_id", UUID.class);
        return sweep == null
                ? null
                : new SweepPlace(
                        sweep,
                        row.getInt("sweep_ordinal"),
                        row.getLong("split_seed"),
                        Columns.json(row, "sweep_settings", Columns.SETTINGS));
    }

    private static JobProgress progress(ResultSet row) throws SQLException {
        String phase = row.getString("phase");
        return new JobProgress(
                phase == null ? null : Phase.ofWireName(phase),
                row.getLong("completed"),
                row.getLong("total"),
                row.getString("unit"),
                Times.readOrNull(row, "estimated_end_at"));
    }

    private static @Nullable JobError error(ResultSet row) throws SQLException {
        String code = row.getString("error_code");
        return code == null ? null : new JobError(code, row.getString("error_message"));
    }

    /** What a new row has and no later write changes. */
    static Map<String, @Nullable Object> fixed(JobSnapshot job) {
        JobPlan plan = job.plan();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("created_at", Times.column(job.createdAt()));
        values.put("owner", plan.owner());
        values.put("source", plan.source());
        values.put("target", plan.target());
        values.put("validation_source", plan.validationSource());
        values.put("validation_target", plan.validationTarget());
        values.put("dimension", plan.dimension());
        values.put("solver", SolverSpecs.format(plan.solver()));
        values.put("seed", plan.seed());
        values.put("max_runtime_seconds", plan.maxRuntimeSeconds());
        values.put("device", plan.device().wireName());
        values.put("register_model", plan.model());
        values.put("register_alias", plan.alias());
        values.put("metadata", Columns.json(plan.metadata()));
        SweepPlace sweep = plan.sweep();
        if (sweep != null) {
            values.put("sweep_id", sweep.sweep());
            values.put("sweep_ordinal", sweep.ordinal());
            values.put("split_seed", sweep.splitSeed());
            values.put("sweep_settings", Columns.json(sweep.settings()));
        }
        values.put("total", job.progress().total());
        values.put("unit", job.progress().unit());
        values.put("completed", job.progress().completed());
        values.put("ran_millis", job.ranMillis());
        values.put("revision", job.revision());
        values.put("last_event", 0L);
        return values;
    }

    /** What the verbs change. Completed steps, running time and revision go their own way: the run writes them. */
    static Map<String, @Nullable Object> changing(JobSnapshot job) {
        JobProgress progress = job.progress();
        JobError error = job.error();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("status", job.status().wireName());
        values.put("attempt", job.attempt());
        values.put("failures", job.failures());
        values.put("losses", job.losses());
        values.put("queued_at", Times.column(job.queuedAt()));
        values.put("unserved_since", Times.column(job.unservedSince()));
        values.put("held_back", job.heldBack());
        values.put("started_at", Times.column(job.startedAt()));
        values.put("ended_at", Times.column(job.endedAt()));
        values.put("phase", progress.phase() == null ? null : progress.phase().wireName());
        values.put("estimated_end_at", Times.column(progress.estimatedEndAt()));
        values.put("worker", job.worker());
        values.put("queue_entry", job.queueEntry());
        values.put("error_code", error == null ? null : error.code());
        values.put("error_message", error == null ? null : Columns.shortened(error.message(), MAX_MESSAGE));
        values.put("model_version", job.modelVersion());
        values.put("metrics", Columns.json(job.metrics()));
        values.put("notes", Columns.json(job.notes()));
        return values;
    }
}
