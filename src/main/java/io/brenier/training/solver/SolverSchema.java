package io.brenier.training.solver;

import io.brenier.platform.openapi.FlatSchema;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Writes into the document what the mappers know: which solver types there are, and which of them take a member. */
@ConditionalOnRole(Role.API)
@Component
class SolverSchema implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        FlatSchema.describe(
                api,
                "Solver",
                SolverSpecs.MAPPERS.stream()
                        .map(mapper -> new FlatSchema.Type(mapper.type(), mapper.description(), mapper.members()))
                        .toList(),
                Set.of(),
                SolverSpecs.DEFAULT_TYPE);
    }
}
