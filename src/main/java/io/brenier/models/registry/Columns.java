package io.brenier.models.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Values of the columns that hold JSON. */
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
}
