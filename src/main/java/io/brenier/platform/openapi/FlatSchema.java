package io.brenier.platform.openapi;

import static java.util.stream.Collectors.joining;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes into the schema of a flat object with a {@code type} what the types are, and which of them take a member. */
public final class FlatSchema {

    private static final String TYPE = "type";

    private FlatSchema() {}

    /**
     * One type of the object.
     *
     * @param name its word
     * @param description what it is
     * @param members names on the wire of what it takes
     */
    public record Type(String name, String description, Set<String> members) {}

    /**
     * @param schema the object's name in the document; one that is not there is left alone
     * @param ofEveryType members that every type takes: there is nothing to say
     * @param usual the type where none is given; null: one must be given
     */
    public static void describe(
            OpenAPI api, String schema, List<Type> types, Set<String> ofEveryType, @Nullable String usual) {
        Schema<?> object = api.getComponents().getSchemas().get(schema);
        if (object == null) {
            return;
        }
        Map<String, Schema> properties = object.getProperties();
        Schema<?> type = Objects.requireNonNull(properties.get(TYPE));
        describeTypes(type, types);
        if (usual != null) {
            type.setDefault(usual);
        }
        properties.forEach((member, property) -> {
            if (!member.equals(TYPE) && !ofEveryType.contains(member)) {
                property.setDescription(sentence(property.getDescription()) + taken(member, types));
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static void describeTypes(Schema<?> property, List<Type> types) {
        ((Schema<String>) property).setEnum(types.stream().map(Type::name).toList());
        property.setDescription(types.stream()
                .map(type -> "'" + type.name() + "': " + type.description())
                .collect(joining(" ")));
    }

    private static String sentence(@Nullable String description) {
        return description == null ? "" : description + " ";
    }

    private static String taken(String member, List<Type> types) {
        return "Taken by "
                + types.stream()
                        .filter(type -> type.members().contains(member))
                        .map(type -> "'" + type.name() + "'")
                        .collect(joining(", "))
                + ".";
    }
}
