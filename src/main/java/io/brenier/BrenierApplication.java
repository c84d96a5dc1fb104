package io.brenier;

import io.brenier.platform.schema.SchemaMigration;
import io.brenier.platform.security.key.ApiKeyCommands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The whole service in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BrenierApplication {

    public static void main(String[] args) {
        if (SchemaMigration.isMeant(args)) {
            SchemaMigration.run(args);
        } else if (ApiKeyCommands.areMeant(args)) {
            ApiKeyCommands.run(args);
        } else {
            SpringApplication.run(BrenierApplication.class, args);
        }
    }
}
