package io.brenier.platform.schema;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who brings the database's schema up.
 *
 * @param migrate whether this process does when it starts; otherwise it starts only on a schema that is up already
 */
@ConfigurationProperties("brenier.schema")
record SchemaProperties(@DefaultValue("true") boolean migrate) {}
