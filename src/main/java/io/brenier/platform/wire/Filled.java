package io.brenier.platform.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A wire object member by member: a mapper names those of its own type, and the many of the other types stay away. */
public final class Filled {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, Object> members = new LinkedHashMap<>();

    private Filled() {}

    public static Filled ofType(String type) {
        return new Filled().with("type", type);
    }

    /**
     * @param member its name on the wire
     * @param value null: the member is left out
     */
    public Filled with(String member, @Nullable Object value) {
        if (value != null) {
            members.put(member, value);
        }
        return this;
    }

    /**
     * @throws tools.jackson.databind.exc.UnrecognizedPropertyException if the record has no such member
     */
    public <T> T as(Class<T> type) {
        return JSON.convertValue(members, type);
    }
}
