package io.brenier.models.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Values of the columns that hold JSON, or a time: with a zone, which is UTC, and to the microsecond, which every database keeps. */
final class Columns {

    static final TypeReference<Map<String, Object>> PROVENANCE = new TypeReference<>() {};
    static final TypeReference<Map<String, Double>> METRICS = new TypeReference<>() {};
    static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};
    static final TypeReference<List<String>> NOTES = new TypeReference<>() {};

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Columns() {}

    static String json(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T json(ResultSet row, String column, TypeReference<T> type) throws SQLException {
        return MAPPER.readValue(row.getString(column), type);
    }

    static OffsetDateTime time(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
