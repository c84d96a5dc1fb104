package io.brenier.fleet;

import io.brenier.BrenierApplication;
import io.brenier.PostgresDatabase;
import io.brenier.training.TrainingClient;
import io.brenier.training.run.ScriptedService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A process of a fleet, as far as one Java machine can hold several: a context of its own on the database of all, with scripted trainings. */
final class FleetProcess implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private FleetProcess(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static FleetProcess start(String role, Database database, Path storage, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--brenier.role=" + role,
                "--brenier.storage.directory=" + storage,
                "--brenier.training.worker=" + role,
                "--brenier.training.report-interval=50ms",
                "--brenier.training.poll-interval=50ms"));
        all.addAll(database.settings());
        all.addAll(Arrays.asList(settings));
        return new FleetProcess(new SpringApplicationBuilder(BrenierApplication.class, ScriptedService.class)
                .run(all.toArray(String[]::new)));
    }

    TrainingClient client() {
        return new TrainingClient(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    boolean has(Class<?> type) {
        return context.getBeanNamesForType(type).length > 0;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Where all processes of a fleet meet. */
    record Database(String url, String username, String password) {

        /** A database in memory, as long as this Java machine lives. */
        static Database inMemory(String name) {
            return new Database(
                    "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"
                            .formatted(name),
                    "brenier",
                    "");
        }

        /** A new database of PostgreSQL. */
        static Database onPostgres() {
            PostgresDatabase made = PostgresDatabase.create();
            return new Database(made.url(), made.username(), made.password());
        }

        List<String> settings() {
            return List.of(
                    "--spring.datasource.url=" + url,
                    "--spring.datasource.username=" + username,
                    "--spring.datasource.password=" + password);
        }
    }
}
