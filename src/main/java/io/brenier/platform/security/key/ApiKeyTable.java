package io.brenier.platform.security.key;

import io.brenier.platform.database.Times;
import io.brenier.platform.security.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of API keys. */
@Repository
class ApiKeyTable {

    private final JdbcClient jdbc;

    ApiKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ApiKey key, String sha256) {
        jdbc.sql("""
                insert into api_keys (id, owner, name, scope, sha256, hint, created_at, expires_at)
                values (:id, :owner, :name, :scope, :sha256, :hint, :createdAt, :expiresAt)""")
                .param("id", key.id())
                .param("owner", key.owner())
                .param("name", key.name())
                .param("scope", key.scope().wireName())
                .param("sha256", sha256)
                .param("hint", key.hint())
                .param("createdAt", Times.column(key.createdAt()))
                .param("expiresAt", Times.column(key.expiresAt()))
                .update();
    }

    Optional<ApiKey> find(UUID id) {
        return jdbc.sql("select * from api_keys where id = :id")
                .param("id", id)
                .query(ApiKeyTable::key)
                .optional();
    }

    Optional<ApiKey> findBySha256(String sha256) {
        return jdbc.sql("select * from api_keys where sha256 = :sha256")
                .param("sha256", sha256)
                .query(ApiKeyTable::key)
                .optional();
    }

    /** Newest first, revoked ones too. */
    List<ApiKey> page(@Nullable UUID before, int limit) {
        JdbcClient.StatementSpec query = before == null
                ? jdbc.sql("select * from api_keys order by id desc limit :limit")
                : jdbc.sql("select * from api_keys where id < :before order by id desc limit :limit")
                        .param("before", before);
        return query.param("limit", limit).query(ApiKeyTable::key).list();
    }

    void used(UUID id, Instant at) {
        jdbc.sql("update api_keys set last_used_at = :at where id = :id")
                .param("at", Times.column(at))
                .param("id", id)
                .update();
    }

    /** The first revocation counts. */
    void revoke(UUID id, Instant at) {
        jdbc.sql("update api_keys set revoked_at = :at where id = :id and revoked_at is null")
                .param("at", Times.column(at))
                .param("id", id)
                .update();
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getString("name"),
                Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                row.getString("hint"),
                Times.read(row, "created_at"),
                Times.readOrNull(row, "expires_at"),
                Times.readOrNull(row, "last_used_at"),
                Times.readOrNull(row, "revoked_at"));
    }
}
