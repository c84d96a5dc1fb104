package io.brenier.models.registry;

import io.brenier.models.NewModelVersion;
import io.brenier.platform.BlobRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    /** The version that a request means which names none: the one under the given alias, or the newest where there is no such alias. */
    Optional<StoredVersion> underAliasOrNewest(String model, String alias) {
        return jdbc.sql("""
                select v.* from model_versions v
                left join model_aliases a on a.model = v.model and a.version = v.version and a.alias = :alias
                where v.model = :model
                order by case when a.alias is null then 1 else 0 end, v.version desc limit 1""")
                .param("model", model)
                .param("alias", alias)
                .query(VersionStore::version)
                .optional();
    }

    Optional<StoredVersion> underAlias(String model, String alias) {
        return jdbc.sql("""
                select v.* from model_versions v
                join model_aliases a on a.model = v.model and a.version = v.version
                where a.model = :model and a.alias = :alias""")
                .param("model", model)
                .param("alias", alias)
                .query(VersionStore::version)
                .optional();
    }

    /** Versions from the newest down, beginning below the given number. */
    public List<StoredVersion> page(String model, int below, int limit) {
        return jdbc.sql("""
                select * from model_versions where model = :model and version < :below
                order by version desc limit :limit""")
                .param("model", model)
                .param("below", below)
                .param("limit", limit)
                .query(VersionStore::version)
                .list();
    }

    public int count(String model) {
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

    Set<String> artifacts() {
        return jdbc.sql("select distinct artifact_sha256 from model_versions")
                .query(String.class)
                .set();
    }

    void insert(int version, NewModelVersion made, Instant now) {
        jdbc.sql("""
                insert into model_versions (model, version, dimension, solver, artifact_sha256, artifact_size,
                    provenance, metrics, notes, job_id, created_at)
                values (:model, :version, :dimension, :solver, :sha256, :size, :provenance, :metrics, :notes, :jobId, :now)
                """)
                .param("model", made.model())
                .param("version", version)
                .param("dimension", made.dimension())
                .param("solver", made.solver())
                .param("sha256", made.artifact().sha256())
                .param("size", made.artifact().size())
                .param("provenance", JsonColumn.write(made.provenance()))
                .param("metrics", JsonColumn.write(made.metrics()))
                .param("notes", JsonColumn.write(made.notes()))
                .param("jobId", made.jobId())
                .param("now", TimeColumn.of(now))
                .update();
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
                JsonColumn.read(row.getString("provenance"), JsonColumn.PROVENANCE),
                JsonColumn.read(row.getString("metrics"), JsonColumn.METRICS),
                JsonColumn.read(row.getString("notes"), JsonColumn.NOTES),
                row.getObject("job_id", UUID.class),
                TimeColumn.read(row, "created_at"));
    }
}
