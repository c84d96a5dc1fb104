package io.brenier.platform.web;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What all HTTP lists share.
 *
 * @param pageSize items of a page where the client does not say
 * @param maxPageSize most items of a page; more are cut down to it
 */
@Validated
@ConfigurationProperties("brenier.http")
public record HttpProperties(
        @Min(1) @DefaultValue("50") int pageSize,
        @Min(1) @Max(10_000) @DefaultValue("500") int maxPageSize) {

    @AssertTrue(message = "brenier.http.page-size must not be above brenier.http.max-page-size")
    boolean isPageSizeWithinMaximum() {
        return pageSize <= maxPageSize;
    }
}
