package io.brenier.evaluation.web;

import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Writes the formats beside JSON, and the headers of the answer, into every {@link PointsOperation} of the document. */
@ConditionalOnRole(Role.API)
@Component
class PointsOperations implements GlobalOperationCustomizer {

    private static final String CSV_EXAMPLE = "0.2,0.4,0.6\n0.9,0.5,0.1\n";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        PointsOperation points = method.getMethodAnnotation(PointsOperation.class);
        if (points == null) {
            return operation;
        }
        if (points.pointsIn()) {
            Content body = operation.getRequestBody().getContent();
            body.putAll(otherFormats());
            body.addMediaType(
                    PointsFormat.CSV_TYPE,
                    new MediaType().schema(new StringSchema()).addExamples("points", new Example().value(CSV_EXAMPLE)));
        }
        ApiResponse answer =
                Objects.requireNonNull(operation.getResponses().get("200"), "an evaluation documents its answer");
        answer.getContent().putAll(otherFormats());
        answer.addHeaderObject("Brenier-Model", header("Name of the model.", new StringSchema()));
        answer.addHeaderObject("Brenier-Version", header("The version that answered", new IntegerSchema()));
        answer.addHeaderObject("Brenier-Direction", header("forward or inverse", new StringSchema()));
        answer.addHeaderObject(
                "Brenier-Unconverged-Rows",
                header("Rows that did not converge; only in refined answers", new IntegerSchema()));
        return operation;
    }

    private static Map<String, MediaType> otherFormats() {
        return Map.of(
                PointsFormat.CSV_TYPE,
                new MediaType().schema(new StringSchema()),
                PointsFormat.NPY_TYPE,
                new MediaType().schema(new StringSchema().format("binary")));
    }

    private static Header header(String description, Schema<?> schema) {
        return new Header().description(description).schema(schema);
    }
}
