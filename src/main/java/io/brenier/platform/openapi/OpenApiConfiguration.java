package io.brenier.platform.openapi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.brenier.platform.security.AllowedScopes;
import io.brenier.platform.web.Problem;
import io.brenier.transport.tensor.Points;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The document's groups and the schemas that no operation names by itself. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String CREDENTIALS = "credentials";

    private static final String DESCRIPTION = """
            Learns optimal transport maps from samples and serves them.

            Post two sample sets, train a map between them, then move any point: forward by ∇f, the gradient of a convex potential, \
            and back by ∇f*. Errors are problem details (RFC 9457) with a stable `code`. Times are RFC 3339 in UTC; identifiers are \
            opaque and sort by time.""";

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        Points.class,
                        new ArraySchema()
                                .items(new ArraySchema().items(new NumberSchema().format("float")))
                                .description("Points of R^d, one a row, all with the same number of columns."));
    }

    @Bean
    OpenAPI document(ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        return new OpenAPI()
                .info(new Info()
                        .title("Brenier")
                        .version(properties == null ? "development" : properties.getVersion())
                        .description(DESCRIPTION)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        CREDENTIALS,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description(
                                                        "An API key, or a token of the issuer that the service trusts. A service that only its own machine reaches asks for none.")))
                .servers(List.of(new Server().url("/").description("This service")));
    }

    /** Names the members of every schema as the JSON mapper does. */
    @Bean
    ModelResolver modelResolver() {
        return new ModelResolver(Json31.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE))
                .openapi31(true);
    }

    @Bean
    GroupedOpenApi v1() {
        return GroupedOpenApi.builder().group("v1").pathsToMatch("/v1/**").build();
    }

    @Bean
    GlobalOperationCustomizer scopes() {
        return (operation, method) -> {
            AllowedScopes.of(method)
                    .ifPresent(scope -> operation.addSecurityItem(
                            new SecurityRequirement().addList(CREDENTIALS, scope.wireName())));
            return operation;
        };
    }

    @Bean
    GlobalOpenApiCustomizer problemSchemas() {
        return api -> ModelConverters.getInstance(true)
                .readAll(new AnnotatedType(Problem.class))
                .forEach(api.getComponents()::addSchemas);
    }
}
