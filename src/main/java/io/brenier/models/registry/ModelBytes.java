package io.brenier.models.registry;

import io.brenier.platform.limits.StoredBytes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The archives of an owner's models. */
@Component
class ModelBytes implements StoredBytes {

    private final JdbcClient jdbc;

    ModelBytes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long of(String owner) {
        return jdbc.sql("""
                select coalesce(sum(v.artifact_size), 0) from model_versions v join models m on m.name = v.model
                where m.owner = :owner""").param("owner", owner).query(Long.class).single();
    }
}
