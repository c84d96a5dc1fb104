package io.brenier.platform.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Says in the document what the service does: members that a request's schema does not name are refused. */
@Component
class StrictRequestSchemas implements GlobalOpenApiCustomizer {

    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public void customise(OpenAPI api) {
        Set<String> closed = new HashSet<>();
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
                .filter(media -> media.getSchema() != null)
                .forEach(media -> close(media.getSchema(), api.getComponents().getSchemas(), closed));
    }

    private static void close(Schema<?> schema, Map<String, Schema> named, Set<String> closed) {
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(REFERENCE.length());
            Schema<?> target = named.get(name);
            if (target != null && closed.add(name)) {
                close(target, named, closed);
            }
            return;
        }
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(choice -> close(choice, named, closed));
        }
        if (schema.getItems() != null) {
            close(schema.getItems(), named, closed);
        }
        if (schema.getProperties() != null) {
            if (schema.getAdditionalProperties() == null) {
                schema.setAdditionalProperties(false);
            }
            schema.getProperties().values().forEach(property -> close(property, named, closed));
        }
    }
}
