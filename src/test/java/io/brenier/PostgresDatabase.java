package io.brenier;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A new, empty database in a PostgreSQL that all tests of this Java machine share. Needs a container engine, and fails without one.
 *
 * @param url of the driver
 */
public record PostgresDatabase(String url, String username, String password) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    public static PostgresDatabase create() {
        PostgreSQLContainer server = Server.RUNNING;
        String name = "brenier_" + COUNT.incrementAndGet();
        try (Connection connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String url = "jdbc:postgresql://%s:%d/%s"
                .formatted(server.getHost(), server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), name);
        return new PostgresDatabase(url, server.getUsername(), server.getPassword());
    }

    /** Gives a test's service such a database. */
    public static void register(DynamicPropertyRegistry registry) {
        PostgresDatabase database = create();
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::username);
        registry.add("spring.datasource.password", database::password);
    }

    private static final class Server {

        static final PostgreSQLContainer RUNNING = start();

        private static PostgreSQLContainer start() {
            PostgreSQLContainer server = new PostgreSQLContainer(DockerImageName.parse("postgres:17"))
                    .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            return server;
        }
    }
}
