package io.brenier.samples.measure.web;

import io.brenier.platform.openapi.FlatSchema;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.samples.measure.MeasureType;
import io.brenier.samples.measure.NamedMeasures;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Writes into the document which measures there are, and which of them take a parameter. */
@ConditionalOnRole(Role.API)
@Component
class MeasureSchema implements GlobalOpenApiCustomizer {

    private static final Set<String> OF_EVERY_TYPE = Set.of("count", "seed");

    @Override
    public void customise(OpenAPI api) {
        FlatSchema.describe(
                api,
                "Measure",
                NamedMeasures.types().stream().map(MeasureSchema::type).toList(),
                OF_EVERY_TYPE,
                null);
    }

    private static FlatSchema.Type type(MeasureType type) {
        return new FlatSchema.Type(type.type(), type.description(), Set.copyOf(type.parameters()));
    }
}
