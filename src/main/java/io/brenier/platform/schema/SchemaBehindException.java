package io.brenier.platform.schema;

import java.util.List;

/** The database's schema lacks what this program needs, and it was told not to bring it up. */
final class SchemaBehindException extends RuntimeException {

    SchemaBehindException(List<String> missing) {
        super("The database's schema is behind this program: %d migrations are missing, the first is %s."
                .formatted(missing.size(), missing.getFirst()));
    }
}
