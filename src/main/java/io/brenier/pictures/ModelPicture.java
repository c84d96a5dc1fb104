package io.brenier.pictures;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.plot.web.PictureFormat;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that draws a model: what the OpenAPI document says of all of them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        description = "The picture",
        headers = {
            @Header(name = "ETag", description = "Changes with the picture", schema = @Schema(type = "string")),
            @Header(
                    name = "Cache-Control",
                    description = "Where the version is named, how long the picture may be kept",
                    schema = @Schema(type = "string"))
        },
        content = {
            @Content(mediaType = PictureFormat.SVG_TYPE, schema = @Schema(type = "string")),
            @Content(mediaType = PictureFormat.PNG_TYPE, schema = @Schema(type = "string", format = "binary"))
        })
@ApiResponse(responseCode = "304", description = "It is what If-None-Match names.", content = @Content)
@Problems({
    ProblemCode.MODEL_NOT_FOUND,
    ProblemCode.VERSION_NOT_FOUND,
    ProblemCode.ALIAS_NOT_FOUND,
    ProblemCode.SAMPLE_SET_NOT_FOUND,
    ProblemCode.DIMENSION_MISMATCH,
    ProblemCode.NON_FINITE_OUTPUT,
    ProblemCode.MODEL_NOT_READY
})
@interface ModelPicture {}
