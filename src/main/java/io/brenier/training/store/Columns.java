package io.brenier.training.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How values stand in columns: what is no scalar as JSON. */
final class Columns {

    static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};
    static final TypeReference<SortedMap<String, Double>> FIGURES = new TypeReference<>() {};
    static final TypeReference<Map<String, @Nullable Object>> SETTINGS = new TypeReference<>() {};
    static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};
    static final TypeReference<List<String>> SENTENCES = new TypeReference<>() {};

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Columns() {}

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> T json(ResultSet row, String column, TypeReference<T> type) throws SQLException {
        return JSON.readValue(row.getString(column), type);
    }

    static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
