package io.brenier.platform.database;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Migrations get a connection of their own: an index on a large table takes longer than a pooled connection may be silent. */
@Component
class MigrationConnection implements FlywayConfigurationCustomizer {

    private final JdbcConnectionDetails database;

    MigrationConnection(JdbcConnectionDetails database) {
        this.database = database;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        if (database.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            configuration.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        }
    }
}
