package io.brenier.training.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Says in the document what the answers' records say in Java: every member is there, and those that are nullable may be null. */
@Component
class AnswerSchemas implements GlobalOpenApiCustomizer {

    private static final List<Class<? extends Record>> ANSWERS = List.of(
            TrainingJob.class,
            TrainingJob.JobPhase.class,
            TrainingJob.Progress.class,
            TrainingJob.Failure.class,
            TrainingJob.StatusChange.class,
            TrainingJob.ModelVersion.class,
            ValidatedTrainingJob.class,
            TrainingJobPage.class,
            EventPage.class,
            EventPage.Event.class,
            MetricSeries.class,
            MetricSeries.Series.class,
            CheckpointList.class,
            CheckpointList.Item.class);

    @Override
    public void customise(OpenAPI api) {
        for (Class<? extends Record> answer : ANSWERS) {
            Schema<?> schema = api.getComponents().getSchemas().get(nameOf(answer));
            if (schema != null) {
                describe(answer, schema);
            }
        }
    }

    private static void describe(Class<? extends Record> answer, Schema<?> schema) {
        for (RecordComponent component : answer.getRecordComponents()) {
            String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            schema.addRequiredItem(name);
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                allowNull(schema.getProperties(), name);
            }
        }
    }

    private static void allowNull(Map<String, Schema> properties, String name) {
        Schema<?> property = Objects.requireNonNull(properties.get(name), name);
        if (property.get$ref() == null) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add("null");
            property.setTypes(types);
        } else {
            Schema<?> reference = new Schema<>().$ref(property.get$ref());
            Schema<?> nothing = new Schema<>().types(Set.of("null"));
            properties.put(
                    name, new Schema<>().description(property.getDescription()).oneOf(List.of(reference, nothing)));
        }
    }

    private static String nameOf(Class<?> answer) {
        return answer.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class)
                .name();
    }
}
