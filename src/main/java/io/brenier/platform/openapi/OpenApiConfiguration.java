package io.brenier.platform.openapi;

import io.brenier.platform.web.Problem;
import io.brenier.transport.tensor.Points;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The document's groups and the schemas that no operation names by itself. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        Points.class,
                        new ArraySchema()
                                .items(new ArraySchema().items(new NumberSchema().format("float")))
                                .description("Points of R^d, one a row, all with the same number of columns."));
    }

    @Bean
    GroupedOpenApi v1() {
        return GroupedOpenApi.builder().group("v1").pathsToMatch("/v1/**").build();
    }

    @Bean
    GlobalOpenApiCustomizer problemSchemas() {
        return api -> ModelConverters.getInstance(true)
                .readAll(new AnnotatedType(Problem.class))
                .forEach(api.getComponents()::addSchemas);
    }
}
