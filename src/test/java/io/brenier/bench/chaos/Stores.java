package io.brenier.bench.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** PostgreSQL and an S3 store in containers, each on a port of its own that it keeps over restarts. */
final class Stores implements AutoCloseable {

    static final String NAME = "brenier";
    static final String PASSWORD = "brenier-chaos";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String postgres =
            "brenier-chaos-postgres-" + ProcessHandle.current().pid();
    private final String minio = "brenier-chaos-s3-" + ProcessHandle.current().pid();
    private final int postgresPort = freePort();
    private final int minioPort = freePort();
    private final S3Client s3;

    private Stores() throws IOException {
        s3 = S3Client.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + minioPort))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(NAME, PASSWORD)))
                .build();
    }

    static Stores start() throws IOException, InterruptedException {
        Stores stores = new Stores();
        try {
            stores.run();
        } catch (IOException | RuntimeException broken) {
            stores.close();
            throw broken;
        }
        return stores;
    }

    private void run() throws IOException, InterruptedException {
        Docker.run(
                "run",
                "-d",
                "--name",
                postgres,
                "-p",
                "127.0.0.1:%d:5432".formatted(postgresPort),
                "-e",
                "POSTGRES_USER=" + NAME,
                "-e",
                "POSTGRES_DB=" + NAME,
                "-e",
                "POSTGRES_PASSWORD=" + PASSWORD,
                "postgres:17");
        Docker.run(
                "run",
                "-d",
                "--name",
                minio,
                "-p",
                "127.0.0.1:%d:9000".formatted(minioPort),
                "-e",
                "MINIO_ROOT_USER=" + NAME,
                "-e",
                "MINIO_ROOT_PASSWORD=" + PASSWORD,
                "minio/minio",
                "server",
                "/data");
        Waiting.until(PATIENCE, "the database answers", this::databaseAnswers);
        Waiting.until(PATIENCE, "the bucket is there", this::bucketIsThere);
    }

    int postgresPort() {
        return postgresPort;
    }

    int minioPort() {
        return minioPort;
    }

    S3Client s3() {
        return s3;
    }

    /** Past the proxy. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=5&socketTimeout=30".formatted(postgresPort, NAME),
                NAME,
                PASSWORD);
    }

    /** Ends the database's processes at once, as a crash does, or as an operator would, and starts it again. */
    void restartDatabase(boolean crash) throws IOException, InterruptedException {
        if (crash) {
            Docker.run("kill", "-s", "KILL", postgres);
        } else {
            Docker.run("stop", "-t", "10", postgres);
        }
        Docker.run("start", postgres);
    }

    boolean databaseAnswers() {
        try (Connection connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private boolean bucketIsThere() {
        try {
            s3.createBucket(bucket -> bucket.bucket(NAME));
            return true;
        } catch (SdkException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        s3.close();
        for (String container : new String[] {postgres, minio}) {
            Process removal = new ProcessBuilder("docker", "rm", "-f", "-v", container)
                    .redirectErrorStream(true)
                    .start();
            try (InputStream printed = removal.getInputStream()) {
                printed.readAllBytes();
            }
            removal.waitFor();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
