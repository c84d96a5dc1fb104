package io.brenier.platform.schema;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * {@code --brenier.command=migrate}: brings the database's schema up and ends, with no server and no queue. Of several at a time one works and
 * the others wait for it.
 */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
public class SchemaMigration {

    private static final String COMMAND = "--brenier.command=migrate";

    /** Whether the arguments of the program ask for this. */
    public static boolean isMeant(String... arguments) {
        return Arrays.asList(arguments).contains(COMMAND);
    }

    public static void run(String... arguments) {
        new SpringApplicationBuilder(SchemaMigration.class)
                .web(WebApplicationType.NONE)
                .run(arguments)
                .close();
    }

    @Bean
    ApplicationRunner report(Flyway flyway) {
        return arguments -> IO.println("schema version " + flyway.info().getInfoResult().schemaVersion);
    }
}
