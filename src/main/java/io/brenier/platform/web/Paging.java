package io.brenier.platform.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the parameters page_size and page_token, the same for every list. */
@Component
public class Paging {

    private final HttpProperties properties;

    Paging(HttpProperties properties) {
        this.properties = properties;
    }

    /**
     * The page that is asked for: the size is cut down to the maximum, 0 or none means the default.
     *
     * @throws ProblemException invalid_request for a negative size or a token that is none
     */
    public PageQuery query(@Nullable Integer pageSize, @Nullable String pageToken) {
        if (pageSize == null || pageSize == 0) {
            return PageQuery.of(properties.pageSize(), pageToken);
        }
        if (pageSize < 0) {
            throw ProblemException.at(
                    "page_size",
                    ProblemCode.INVALID_REQUEST,
                    "page_size is %d; give 1 to %d, or leave it away for %d."
                            .formatted(pageSize, properties.maxPageSize(), properties.pageSize()));
        }
        return PageQuery.of(Math.min(pageSize, properties.maxPageSize()), pageToken);
    }
}
