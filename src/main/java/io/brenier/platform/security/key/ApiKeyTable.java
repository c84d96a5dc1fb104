package io.brenier.platform.security.key;

import io.brenier.platform.security.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
                .param("createdAt", time(key.createdAt()))
                .param("expiresAt", time(key.expiresAt()))
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
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    /** The first revocation counts. */
    void revoke(UUID id, Instant at) {
        jdbc.sql("update api_keys set revoked_at = :at where id = :id and revoked_at is null")
                .param("at", time(at))
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
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
