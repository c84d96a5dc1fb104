package io.brenier.models.registry;

import io.brenier.models.NewModelVersion;
import io.brenier.platform.BlobRef;
import io.brenier.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of model versions. */
@Repository
public class VersionStore {

    private final JdbcClient jdbc;

    VersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<StoredVersion> find(String model, int version) {
        return jdbc.sql("select * from model_versions where model = :model and version = :version")
                .param("model", model)
                .param("version", version)
                .query(VersionStore::version)
                .optional();
    }

    /**
     * The version that a request means which names none: the one under the given alias, or the newest where there is no such alias. A provisional
     * one is meant only where there is no other.
     */
    Optional<StoredVersion> underAliasOrNewest(String model, String alias) {
        return jdbc.sql("""
                select v.* from model_versions v
                left join model_aliases a on a.model = v.model and a.version = v.version and a.alias = :alias
                where v.model = :model
                order by case when a.alias is null then 1 else 0 end, v.provisional, v.version desc limit 1""")
                .param("model", model)
                .param("alias", alias)
                .query(VersionStore::version)
                .optional();
    }

    /** Versions from the newest down, beginning below the given number. */
    public List<StoredVersion> page(String model, long below, int limit) {
        return jdbc.sql("""
                select * from model_versions where model = :model and version < :below
                order by version desc limit :limit""")
                .param("model", model)
                .param("below", below)
                .param("limit", limit)
                .query(VersionStore::version)
                .list();
    }

    /** The newest version of each model that has one, and how many there are. */
    public Map<String, Summary> summaries(Collection<String> models) {
        if (models.isEmpty()) {
            return Map.of();
        }
        Map<String, Summary> summaries = new HashMap<>();
        jdbc.sql("""
                select model, max(version) as newest, count(*) as versions from model_versions
                where model in (:models) group by model""").param("models", models).query((ResultSet row) -> {
            summaries.put(row.getString("model"), new Summary(row.getInt("newest"), row.getInt("versions")));
        });
        return summaries;
    }

    int count(String model) {
        return jdbc.sql("select count(*) from model_versions where model = :model")
                .param("model", model)
                .query(Integer.class)
                .single();
    }

    Optional<StoredVersion> madeBy(UUID jobId) {
        return jdbc.sql("select * from model_versions where job_id = :jobId")
                .param("jobId", jobId)
                .query(VersionStore::version)
                .optional();
    }

    void insert(int version, NewModelVersion made, boolean provisional, Instant now) {
        jdbc.sql("""
                insert into model_versions (model, version, dimension, solver, artifact_sha256, artifact_size,
                    provenance, metrics, notes, job_id, provisional, created_at)
                values (:model, :version, :dimension, :solver, :sha256, :size, :provenance, :metrics, :notes, :jobId,
                    :provisional, :now)
                """)
                .params(map(version, made, now))
                .param("dimension", made.dimension())
                .param("jobId", made.jobId())
                .param("provisional", provisional)
                .update();
    }

    /** Puts the map of a job in the place of what served until now. */
    void replaceProvisional(int version, NewModelVersion made, Instant now) {
        jdbc.sql("""
                update model_versions set solver = :solver, artifact_sha256 = :sha256, artifact_size = :size, provenance = :provenance,
                    metrics = :metrics, notes = :notes, provisional = false, created_at = :now
                where model = :model and version = :version and provisional""").params(map(version, made, now)).update();
    }

    /** What a version's map brings. */
    private static Map<String, @Nullable Object> map(int version, NewModelVersion made, Instant now) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("model", made.model());
        values.put("version", version);
        values.put("solver", made.solver());
        values.put("sha256", made.artifact().sha256());
        values.put("size", made.artifact().size());
        values.put("provenance", Columns.json(made.provenance()));
        values.put("metrics", Columns.json(made.metrics()));
        values.put("notes", Columns.json(made.notes()));
        values.put("now", Times.column(now));
        return values;
    }

    void delete(String model, int version) {
        jdbc.sql("delete from model_versions where model = :model and version = :version")
                .param("model", model)
                .param("version", version)
                .update();
    }

    private static StoredVersion version(ResultSet row, int index) throws SQLException {
        return new StoredVersion(
                row.getString("model"),
                row.getInt("version"),
                row.getInt("dimension"),
                row.getString("solver"),
                new BlobRef(row.getString("artifact_sha256"), row.getLong("artifact_size")),
                Columns.json(row, "provenance", Columns.PROVENANCE),
                Columns.json(row, "metrics", Columns.METRICS),
                Columns.json(row, "notes", Columns.NOTES),
                row.getObject("job_id", UUID.class),
                row.getBoolean("provisional"),
                Times.read(row, "created_at"));
    }

    /** The newest version of a model and the number of its versions. */
    public record Summary(int newest, int count) {}
}
