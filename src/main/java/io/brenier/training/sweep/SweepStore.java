package io.brenier.training.sweep;

import io.brenier.models.ModelVersionId;
import io.brenier.platform.database.Times;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.job.JobStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of sweeps. Their jobs are rows of the jobs' own table. */
@Repository
@ConditionalOnRole(Role.API)
class SweepStore {

    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> ENDED = Arrays.stream(JobStatus.values())
            .filter(JobStatus::ended)
            .map(JobStatus::wireName)
            .toList();

    private final JdbcClient jdbc;

    SweepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Sweep sweep) {
        jdbc.sql("""
                insert into sweeps (id, owner, created_at, request, jobs, split_seed, held_out, register_model, register_alias, metadata)
                values (:id, :owner, :created_at, :request, :jobs, :split_seed, :held_out, :model, :alias, :metadata)""")
                .param("id", sweep.id())
                .param("owner", sweep.owner())
                .param("created_at", Times.column(sweep.createdAt()))
                .param("request", sweep.request())
                .param("jobs", sweep.jobs())
                .param("split_seed", sweep.splitSeed())
                .param("held_out", sweep.heldOut())
                .param("model", sweep.model())
                .param("alias", sweep.alias())
                .param("metadata", JSON.writeValueAsString(sweep.metadata()))
                .update();
    }

    Optional<Sweep> find(UUID id) {
        return jdbc.sql("select * from sweeps where id = :id")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    /** As {@link #find}; until the transaction ends, nobody else changes the sweep. */
    Optional<Sweep> lock(UUID id) {
        return jdbc.sql("select * from sweeps where id = :id for update")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    /**
     * @param owner only theirs; null: everybody's
     * @param before only those made before this one; null: from the newest
     */
    List<Sweep> page(@Nullable String owner, @Nullable UUID before, int limit) {
        StringBuilder sql = new StringBuilder("select * from sweeps where 1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("limit", limit);
        if (owner != null) {
            sql.append(" and owner = :owner");
            parameters.put("owner", owner);
        }
        if (before != null) {
            sql.append(" and id < :before");
            parameters.put("before", before);
        }
        return jdbc.sql(sql.append(" order by id desc limit :limit").toString())
                .params(parameters)
                .query((row, _) -> read(row))
                .list();
    }

    /** Those all of whose jobs have ended, and that have not. */
    List<UUID> toEnd() {
        return jdbc.sql("""
                select id from sweeps where ended_at is null and not exists (
                    select 1 from training_jobs where sweep_id = sweeps.id and status not in (:ended)) order by id""").param("ended", ENDED).query(UUID.class).list();
    }

    void cancelled(UUID id, Instant now) {
        jdbc.sql("update sweeps set cancelled_at = :now where id = :id and cancelled_at is null")
                .param("now", Times.column(now))
                .param("id", id)
                .update();
    }

    void ended(UUID id, Instant now, @Nullable UUID promotedJob, @Nullable Integer promotedVersion) {
        jdbc.sql("""
                update sweeps set ended_at = :now, promoted_job = :job, promoted_version = :version where id = :id and ended_at is null""")
                .param("now", Times.column(now))
                .param("job", promotedJob)
                .param("version", promotedVersion)
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from sweeps where id = :id").param("id", id).update();
    }

    private static Sweep read(ResultSet row) throws SQLException {
        Integer version = row.getObject("promoted_version", Integer.class);
        String model = row.getString("register_model");
        return new Sweep(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                Times.read(row, "created_at"),
                row.getString("request"),
                row.getInt("jobs"),
                row.getLong("split_seed"),
                row.getInt("held_out"),
                model,
                row.getString("register_alias"),
                JSON.readValue(row.getString("metadata"), METADATA),
                Times.readOrNull(row, "cancelled_at"),
                Times.readOrNull(row, "ended_at"),
                row.getObject("promoted_job", UUID.class),
                version == null ? null : new ModelVersionId(model, version));
    }
}
