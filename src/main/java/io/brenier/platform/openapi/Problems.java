package io.brenier.platform.openapi;

import io.brenier.platform.ProblemCode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The problems that an operation may answer with, for the OpenAPI document. Those that any operation may meet (invalid_request,
 * not_acceptable, internal, and with a body invalid_json, unsupported_media_type, payload_too_large) need not be named. Those of
 * annotations that carry this one are added.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Problems {

    ProblemCode[] value();
}
