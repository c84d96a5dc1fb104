package io.brenier.samples;

import io.brenier.platform.limits.StoredBytes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The points of an owner's sets; equal points of two sets count twice, though they are stored once. */
@Component
class SampleSetBytes implements StoredBytes {

    private final JdbcClient jdbc;

    SampleSetBytes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long of(String owner) {
        return jdbc.sql("select coalesce(sum(size_bytes), 0) from sample_sets where owner = :owner")
                .param("owner", owner)
                .query(Long.class)
                .single();
    }
}
