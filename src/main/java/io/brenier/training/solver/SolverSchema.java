package io.brenier.training.solver;

import static java.util.stream.Collectors.joining;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Writes into the document what the mappers know: which solver types there are, and which of them take a member. */
@Component
class SolverSchema implements GlobalOpenApiCustomizer {

    private static final String TYPE = "type";

    @Override
    public void customise(OpenAPI api) {
        Schema<?> solver = api.getComponents().getSchemas().get("Solver");
        if (solver == null) {
            return;
        }
        Map<String, Schema> properties = solver.getProperties();
        Schema<?> type = Objects.requireNonNull(properties.get(TYPE));
        describeTypes(type);
        properties.forEach((member, property) -> {
            if (!member.equals(TYPE)) {
                property.setDescription(sentence(property.getDescription()) + taken(member));
            }
        });
    }

    private static void describeTypes(Schema<?> type) {
        StringSchema names = new StringSchema();
        SolverSpecs.MAPPERS.forEach(mapper -> names.addEnumItem(mapper.type()));
        names.setDefault(SolverSpecs.DEFAULT_TYPE);
        ((Schema<String>) type).setEnum(names.getEnum());
        type.setDefault(SolverSpecs.DEFAULT_TYPE);
        type.setDescription(SolverSpecs.MAPPERS.stream()
                .map(mapper -> "'" + mapper.type() + "': " + mapper.description())
                .collect(joining(" ")));
    }

    private static String sentence(@Nullable String description) {
        return description == null ? "" : description + " ";
    }

    private static String taken(String member) {
        return "Taken by "
                + SolverSpecs.MAPPERS.stream()
                        .filter(mapper -> mapper.members().contains(member))
                        .map(mapper -> "'" + mapper.type() + "'")
                        .collect(joining(", "))
                + ".";
    }
}
