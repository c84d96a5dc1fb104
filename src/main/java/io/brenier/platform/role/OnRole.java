package io.brenier.platform.role;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds where {@code brenier.role} includes the role that the annotation names. */
final class OnRole implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Role wanted = metadata.getAnnotations().get(ConditionalOnRole.class).getEnum("value", Role.class);
        return Role.of(context.getEnvironment()).includes(wanted);
    }
}
