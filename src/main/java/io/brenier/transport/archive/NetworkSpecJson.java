package io.brenier.transport.archive;

import io.brenier.transport.network.NetworkSpec;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Specs of networks as the manifest holds them: no member may be missing. */
final class NetworkSpecJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(NetworkSpec.class, NetworkSpecTypes.class)
            .build();

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private NetworkSpecJson() {}

    static Map<String, Object> write(NetworkSpec spec) {
        return MAPPER.readValue(MAPPER.writerFor(NetworkSpec.class).writeValueAsBytes(spec), MEMBERS);
    }

    static NetworkSpec read(Map<String, Object> members) throws ArchiveException {
        try {
            return MAPPER.readValue(MAPPER.writeValueAsBytes(members), NetworkSpec.class);
        } catch (JacksonException e) {
            throw new ArchiveException("The network's spec cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
