package io.brenier.platform.schema;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wiring of who brings the schema up. */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {

    @Bean
    FlywayMigrationStrategy schemaAtStart(SchemaProperties properties) {
        return properties.migrate() ? flyway -> flyway.migrate() : SchemaCheck::refuseOlder;
    }
}
