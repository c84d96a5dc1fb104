package io.brenier.models.registry;

import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Values of the columns that hold JSON. */
final class JsonColumn {

    static final TypeReference<Map<String, Object>> PROVENANCE = new TypeReference<>() {};
    static final TypeReference<Map<String, Double>> METRICS = new TypeReference<>() {};
    static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};
    static final TypeReference<List<String>> NOTES = new TypeReference<>() {};

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonColumn() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String column, TypeReference<T> type) {
        return MAPPER.readValue(column, type);
    }
}
