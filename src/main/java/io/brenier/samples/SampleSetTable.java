package io.brenier.samples;

import io.brenier.platform.Sha256;
import io.brenier.platform.database.Times;
import io.brenier.platform.security.Ownership;
import io.brenier.samples.measure.MeasureJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the sample sets. */
@Repository
class SampleSetTable {

    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Ownership ownership;
    private final JsonMapper json;

    SampleSetTable(JdbcClient jdbc, Ownership ownership, JsonMapper json) {
        this.jdbc = jdbc;
        this.ownership = ownership;
        this.json = json;
    }

    void insert(SampleSet set) {
        jdbc.sql("""
                insert into sample_sets
                    (id, owner, name, labels, point_count, dimension, sha256, size_bytes, mean, variance, measure,
                     measure_sha256, created_at)
                values (:id, :owner, :name, :labels, :count, :dimension, :sha256, :size, :mean, :variance, :measure,
                        :measureSha256, :createdAt)""")
                .param("id", set.id())
                .param("owner", set.owner())
                .param("name", set.name())
                .param("labels", json.writeValueAsString(set.labels()))
                .param("count", set.count())
                .param("dimension", set.dimension())
                .param("sha256", set.sha256())
                .param("size", set.size())
                .param("mean", json.writeValueAsString(set.mean()))
                .param("variance", json.writeValueAsString(set.variance()))
                .param("measure", measure(set.measure()))
                .param("measureSha256", set.measure() == null ? null : sha256(set.measure()))
                .param("createdAt", Times.column(set.createdAt()))
                .update();
    }

    Optional<SampleSet> find(UUID id) {
        return jdbc.sql("select * from sample_sets where id = :id" + ownership.condition())
                .param("id", id)
                .param("owner", ownership.confinedTo())
                .query(this::read)
                .optional();
    }

    /** The caller's newest set that was drawn from just this. */
    Optional<SampleSet> find(MeasureJson measure) {
        return jdbc.sql(
                        "select * from sample_sets where measure_sha256 = :sha256 and owner = :owner order by id desc limit 1")
                .param("sha256", sha256(measure))
                .param("owner", ownership.owner())
                .query(this::read)
                .optional();
    }

    /** Locks the row until the transaction ends. */
    Optional<SampleSet> findForUpdate(UUID id) {
        return jdbc.sql("select * from sample_sets where id = :id%s for update".formatted(ownership.condition()))
                .param("id", id)
                .param("owner", ownership.confinedTo())
                .query(this::read)
                .optional();
    }

    /** Newest first; identifiers sort by time. */
    List<SampleSet> list(@Nullable UUID after, int limit) {
        return jdbc.sql("select * from sample_sets where %s%s order by id desc limit :limit"
                        .formatted(after == null ? "true" : "id < :after", ownership.condition()))
                .param("after", after)
                .param("owner", ownership.confinedTo())
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    void delete(UUID id) {
        jdbc.sql("delete from sample_sets where id = :id").param("id", id).update();
    }

    private SampleSet read(ResultSet row, int number) throws SQLException {
        return new SampleSet(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getString("name"),
                json.readValue(row.getString("labels"), LABELS),
                row.getLong("point_count"),
                row.getInt("dimension"),
                SampleSet.DTYPE,
                row.getString("sha256"),
                row.getLong("size_bytes"),
                numbers(row.getString("mean")),
                numbers(row.getString("variance")),
                row.getString("measure") == null ? null : json.readValue(row.getString("measure"), MeasureJson.class),
                Times.read(row, "created_at"));
    }

    private @Nullable String measure(@Nullable MeasureJson measure) {
        return measure == null ? null : json.writeValueAsString(measure);
    }

    private String sha256(MeasureJson measure) {
        return Sha256.of(json.writeValueAsString(measure));
    }

    private List<Double> numbers(String array) {
        return Arrays.stream(json.readValue(array, double[].class)).boxed().toList();
    }
}
