package io.brenier.models.registry;

import io.brenier.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of aliases. */
@Repository
public class AliasStore {

    private final JdbcClient jdbc;

    AliasStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<StoredAlias> find(String model, String alias) {
        return jdbc.sql("select * from model_aliases where model = :model and alias = :alias")
                .param("model", model)
                .param("alias", alias)
                .query(AliasStore::alias)
                .optional();
    }

    public List<StoredAlias> of(String model) {
        return jdbc.sql("select * from model_aliases where model = :model order by alias")
                .param("model", model)
                .query(AliasStore::alias)
                .list();
    }

    /** The aliases of several models, by name. */
    public List<StoredAlias> of(Collection<String> models) {
        return models.isEmpty()
                ? List.of()
                : jdbc.sql("select * from model_aliases where model in (:models) order by model, alias")
                        .param("models", models)
                        .query(AliasStore::alias)
                        .list();
    }

    /** Points the alias to the version, whether or not it was there; the caller holds the model's lock. */
    StoredAlias set(String model, String alias, int version, Instant now) {
        StoredAlias set = new StoredAlias(model, alias, version, UUID.randomUUID(), now);
        delete(model, alias);
        jdbc.sql("""
                insert into model_aliases (model, alias, version, revision, updated_at)
                values (:model, :alias, :version, :revision, :now)""")
                .param("model", model)
                .param("alias", alias)
                .param("version", version)
                .param("revision", set.revision())
                .param("now", Times.column(now))
                .update();
        return set;
    }

    void delete(String model, String alias) {
        jdbc.sql("delete from model_aliases where model = :model and alias = :alias")
                .param("model", model)
                .param("alias", alias)
                .update();
    }

    void deleteAllTo(String model, int version) {
        jdbc.sql("delete from model_aliases where model = :model and version = :version")
                .param("model", model)
                .param("version", version)
                .update();
    }

    private static StoredAlias alias(ResultSet row, int index) throws SQLException {
        return new StoredAlias(
                row.getString("model"),
                row.getString("alias"),
                row.getInt("version"),
                row.getObject("revision", UUID.class),
                Times.read(row, "updated_at"));
    }
}
