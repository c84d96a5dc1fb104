package io.brenier.platform.schema;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Ends the start of a process on a schema older than itself; a newer one, as after a rollback of the program, is fine. */
final class SchemaCheck {

    private SchemaCheck() {}

    static void refuseOlder(Flyway flyway) {
        List<String> missing = Arrays.stream(flyway.info().pending())
                .map(MigrationInfo::getScript)
                .toList();
        if (!missing.isEmpty()) {
            throw new SchemaBehindException(missing);
        }
    }
}
