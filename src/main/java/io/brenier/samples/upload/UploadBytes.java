package io.brenier.samples.upload;

import io.brenier.platform.limits.StoredBytes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The parts of an owner's uploads, until they are a sample set. */
@Component
class UploadBytes implements StoredBytes {

    private final JdbcClient jdbc;

    UploadBytes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long of(String owner) {
        return jdbc.sql("""
                select coalesce(sum(p.size_bytes), 0) from upload_parts p join uploads u on u.id = p.upload_id
                where u.owner = :owner and u.sample_set is null""").param("owner", owner).query(Long.class).single();
    }
}
