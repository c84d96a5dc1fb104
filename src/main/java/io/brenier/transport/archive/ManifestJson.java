package io.brenier.transport.archive;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The manifest as JSON; equal manifests give equal bytes. */
final class ManifestJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ManifestJson() {}

    static byte[] write(Manifest manifest) {
        return MAPPER.writeValueAsBytes(manifest);
    }

    /** Reads a manifest of a known version. Unknown members are ignored: a later release may add some that change nothing. */
    static Manifest read(byte[] json) throws ArchiveException {
        try {
            JsonNode tree = MAPPER.readTree(json);
            JsonNode version = tree.path("format_version");
            if (!version.isIntegralNumber() || version.longValue() != Manifest.FORMAT_VERSION) {
                throw new ArchiveException("The archive has format version %s; this program reads version %d."
                        .formatted(version.isMissingNode() ? "unknown" : version, Manifest.FORMAT_VERSION));
            }
            return MAPPER.treeToValue(tree, Manifest.class);
        } catch (JacksonException e) {
            throw new ArchiveException("The manifest cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
