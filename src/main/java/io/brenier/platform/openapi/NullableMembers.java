package io.brenier.platform.openapi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * A record's component that is {@code @Nullable} is written as null where there is nothing to say: the document allows that, from the one
 * annotation that the compiler checks too.
 */
@Component
class NullableMembers implements GlobalOpenApiCustomizer {

    private static final String BASE = "io.brenier";
    private static final String NULL = "null";
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    @Override
    public void customise(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        documentedRecords().forEach(type -> {
            Schema<?> schema = schemas.get(nameOf(type));
            if (schema != null && schema.getProperties() != null) {
                Arrays.stream(type.getRecordComponents())
                        .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .forEach(component -> allowNull(schema, memberName(component)));
            }
        });
    }

    private static Stream<Class<?>> documentedRecords() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scanner.addIncludeFilter(new AnnotationTypeFilter(io.swagger.v3.oas.annotations.media.Schema.class));
        return scanner.findCandidateComponents(BASE).stream()
                .map(BeanDefinition::getBeanClassName)
                .map(NullableMembers::load)
                .filter(Class::isRecord);
    }

    private static Class<?> load(@Nullable String name) {
        return ClassUtils.resolveClassName(String.valueOf(name), NullableMembers.class.getClassLoader());
    }

    private static String nameOf(Class<?> type) {
        String given = type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class)
                .name();
        return given.isEmpty() ? type.getSimpleName() : given;
    }

    private static String memberName(RecordComponent component) {
        return SNAKE_CASE.translate(component.getName());
    }

    private static void allowNull(Schema<?> owner, String member) {
        Schema<?> property = owner.getProperties().get(member);
        if (property == null) {
            return;
        }
        if (property.get$ref() != null) {
            Schema<?> either = new Schema<>();
            either.setDescription(property.getDescription());
            either.setAnyOf(List.of(new Schema<>().$ref(property.get$ref()), typed(NULL)));
            owner.getProperties().put(member, either);
        } else if (property.getTypes() != null && !property.getTypes().contains(NULL)) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add(NULL);
            property.setTypes(types);
        }
    }

    private static Schema<?> typed(String type) {
        Schema<?> schema = new Schema<>();
        schema.setTypes(Set.of(type));
        return schema;
    }
}
