package io.brenier.fleet;

import io.brenier.fleet.FleetProcess.Database;
import org.junit.jupiter.api.Tag;

/** The same on PostgreSQL. */
@Tag("containers")
class RunQuotaOnPostgresIT extends RunQuotaIT {

    @Override
    Database database() {
        return Database.onPostgres();
    }
}
