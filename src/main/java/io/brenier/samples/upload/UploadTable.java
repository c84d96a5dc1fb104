package io.brenier.samples.upload;

import io.brenier.platform.database.Times;
import io.brenier.platform.points.PointsFormat;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of uploads and of their parts. */
@Repository
class UploadTable {

    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ownership ownership;

    UploadTable(JdbcClient jdbc, JsonMapper json, Ownership ownership) {
        this.jdbc = jdbc;
        this.json = json;
        this.ownership = ownership;
    }

    void insert(Upload upload) {
        jdbc.sql("""
                insert into uploads (id, owner, name, labels, format, created_at, expires_at)
                values (:id, :owner, :name, :labels, :format, :createdAt, :expiresAt)""")
                .param("id", upload.id())
                .param("owner", ownership.owner())
                .param("name", upload.name())
                .param("labels", json.writeValueAsString(upload.labels()))
                .param("format", upload.format().wireName())
                .param("createdAt", Times.column(upload.createdAt()))
                .param("expiresAt", Times.column(upload.expiresAt()))
                .update();
    }

    /** As far as the caller may see it. */
    Optional<Upload> find(UUID id) {
        return jdbc.sql("select * from uploads where id = :id" + ownership.condition())
                .param("id", id)
                .param("owner", ownership.confinedTo())
                .query(this::upload)
                .optional();
    }

    List<UploadPart> parts(UUID id) {
        return jdbc.sql("select number, sha256, size_bytes from upload_parts where upload_id = :id order by number")
                .param("id", id)
                .query((row, _) ->
                        new UploadPart(row.getInt("number"), row.getString("sha256"), row.getLong("size_bytes")))
                .list();
    }

    long countOpen(Instant now) {
        return jdbc.sql("select count(*) from uploads where sample_set is null and expires_at > :now")
                .param("now", Times.column(now))
                .query(Long.class)
                .single();
    }

    /** Bytes of all parts but the one of that number. */
    long bytesBeside(UUID id, int number) {
        return jdbc.sql("""
                select coalesce(sum(size_bytes), 0) from upload_parts where upload_id = :id and number <> :number""")
                .param("id", id)
                .param("number", number)
                .query(Long.class)
                .single();
    }

    /** Lets an open upload wait longer, and holds its row until the transaction ends; false if it is open no more. */
    boolean extend(UUID id, Instant now, Instant expiresAt) {
        return jdbc.sql("""
                        update uploads set expires_at = :expiresAt
                        where id = :id and sample_set is null and expires_at > :now""")
                        .param("id", id)
                        .param("now", Times.column(now))
                        .param("expiresAt", Times.column(expiresAt))
                        .update()
                == 1;
    }

    void put(UUID id, UploadPart part, Instant now) {
        jdbc.sql("delete from upload_parts where upload_id = :id and number = :number")
                .param("id", id)
                .param("number", part.number())
                .update();
        jdbc.sql("""
                insert into upload_parts (upload_id, number, sha256, size_bytes, received_at)
                values (:id, :number, :sha256, :size, :now)""")
                .param("id", id)
                .param("number", part.number())
                .param("sha256", part.sha256())
                .param("size", part.size())
                .param("now", Times.column(now))
                .update();
    }

    /** The upload has become a sample set; false if it is open no more. */
    boolean complete(UUID id, UUID sampleSet, Instant now) {
        boolean completed = jdbc.sql("""
                        update uploads set sample_set = :sampleSet
                        where id = :id and sample_set is null and expires_at > :now""")
                        .param("id", id)
                        .param("sampleSet", sampleSet)
                        .param("now", Times.column(now))
                        .update()
                == 1;
        if (completed) {
            deleteParts(id);
        }
        return completed;
    }

    int delete(UUID id) {
        return jdbc.sql("delete from uploads where id = :id").param("id", id).update();
    }

    /** The parts of what expired before now; their bytes go with the blob collector. */
    int deleteExpiredParts(Instant now) {
        return jdbc.sql("""
                delete from upload_parts where upload_id in (select id from uploads where expires_at <= :now)""").param("now", Times.column(now)).update();
    }

    int deleteExpiredBefore(Instant limit) {
        return jdbc.sql("delete from uploads where expires_at <= :limit")
                .param("limit", Times.column(limit))
                .update();
    }

    private void deleteParts(UUID id) {
        jdbc.sql("delete from upload_parts where upload_id = :id")
                .param("id", id)
                .update();
    }

    private Upload upload(ResultSet row, int number) throws SQLException {
        return new Upload(
                row.getObject("id", UUID.class),
                row.getString("name"),
                json.readValue(row.getString("labels"), LABELS),
                PointsFormat.ofWireName(row.getString("format")),
                Times.read(row, "created_at"),
                Times.read(row, "expires_at"),
                row.getObject("sample_set", UUID.class));
    }
}
