package io.brenier.platform.web;

import java.lang.annotation.Annotation;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** What is said of an operation: on its method, or else on its controller. */
public final class OperationAnnotations {

    private OperationAnnotations() {}

    public static <A extends Annotation> Optional<A> find(HandlerMethod operation, Class<A> type) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(operation.getMethod(), type))
                .or(() ->
                        Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(operation.getBeanType(), type)));
    }
}
