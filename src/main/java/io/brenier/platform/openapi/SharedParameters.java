package io.brenier.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** What the parameters that many operations share may hold, said once. */
@Component
class SharedParameters implements GlobalOperationCustomizer {

    private static final String NAME = "^[a-z0-9][a-z0-9._-]{0,99}$";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(SharedParameters::constrain);
        }
        return operation;
    }

    private static void constrain(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        if (schema == null) {
            return;
        }
        switch (parameter.getIn() + " " + parameter.getName()) {
            case "path model", "path alias", "query alias" -> schema.setPattern(NAME);
            case "path id" -> schema.setFormat("uuid");
            case "path version", "query version" -> schema.setMinimum(BigDecimal.ONE);
            case "query page_size" -> schema.setMinimum(BigDecimal.ZERO);
            default -> {
                // Said where it stands.
            }
        }
    }
}
