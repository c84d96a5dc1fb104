package io.brenier.models.registry;

import io.brenier.platform.database.Times;
import io.brenier.platform.security.Ownership;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of models. */
@Repository
public class ModelStore {

    private final JdbcClient jdbc;
    private final Ownership ownership;

    ModelStore(JdbcClient jdbc, Ownership ownership) {
        this.jdbc = jdbc;
        this.ownership = ownership;
    }

    public Optional<StoredModel> find(String name) {
        return jdbc.sql("select * from models where name = :name")
                .param("name", name)
                .query(ModelStore::model)
                .optional();
    }

    /** Models that the caller may see, by name, from the first one after the given name. */
    public List<StoredModel> page(String after, int limit) {
        return jdbc.sql("select * from models where name > :after%s order by name limit :limit"
                        .formatted(ownership.condition()))
                .param("after", after)
                .param("owner", ownership.confinedTo())
                .param("limit", limit)
                .query(ModelStore::model)
                .list();
    }

    /** The model with its row locked until the transaction ends. */
    Optional<StoredModel> lock(String name) {
        return jdbc.sql("select * from models where name = :name for update")
                .param("name", name)
                .query(ModelStore::model)
                .optional();
    }

    /** Makes the model where there is none; of two who do so at once, one does and the other waits for its end. */
    void insertIfAbsent(String name, String owner, int dimension, Instant now) {
        jdbc.sql("""
                insert into models (name, owner, dimension, description, labels, last_version, revision, created_at, updated_at)
                values (:name, :owner, :dimension, '', '{}', 0, :revision, :now, :now)
                on conflict do nothing""")
                .param("name", name)
                .param("owner", owner)
                .param("dimension", dimension)
                .param("revision", UUID.randomUUID())
                .param("now", Times.column(now))
                .update();
    }

    void numberVersion(String name, int version, int dimension, Instant now) {
        jdbc.sql("update models set last_version = :version, dimension = :dimension where name = :name")
                .param("name", name)
                .param("version", version)
                .param("dimension", dimension)
                .update();
        touch(name, now);
    }

    /** Gives the model a new revision, since something that it shows has changed. */
    void touch(String name, Instant now) {
        jdbc.sql("update models set revision = :revision, updated_at = :now where name = :name")
                .param("name", name)
                .param("revision", UUID.randomUUID())
                .param("now", Times.column(now))
                .update();
    }

    void describe(String name, String description, Map<String, String> labels, Instant now) {
        jdbc.sql("update models set description = :description, labels = :labels where name = :name")
                .param("name", name)
                .param("description", description)
                .param("labels", Columns.json(labels))
                .update();
        touch(name, now);
    }

    void delete(String name) {
        jdbc.sql("delete from models where name = :name").param("name", name).update();
    }

    private static StoredModel model(ResultSet row, int index) throws SQLException {
        return new StoredModel(
                row.getString("name"),
                row.getString("owner"),
                row.getInt("dimension"),
                row.getString("description"),
                Columns.json(row, "labels", Columns.LABELS),
                row.getInt("last_version"),
                row.getObject("revision", UUID.class),
                Times.read(row, "created_at"),
                Times.read(row, "updated_at"));
    }
}
