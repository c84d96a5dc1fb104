package io.brenier.platform.storage.s3;

import io.brenier.platform.storage.object.ObjectStore;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.springframework.util.unit.DataSize;
import org.testcontainers.containers.MinIOContainer;
import software.amazon.awssdk.services.s3.S3Client;

/** A new, empty bucket in a MinIO server, which has to run. */
public final class Bucket implements AutoCloseable {

    /** The server's image. */
    public static final String IMAGE = "minio/minio";

    private final S3Properties properties;
    private final S3Client client;

    public Bucket(MinIOContainer server) {
        this(properties("test-" + UUID.randomUUID(), server.getS3URL(), server.getUserName(), server.getPassword()));
        client.createBucket(create -> create.bucket(properties.bucket()));
    }

    private Bucket(S3Properties properties) {
        this.properties = properties;
        this.client = new S3Configuration().s3Client(properties);
    }

    /** A bucket that no server answers for. */
    static Bucket unreachable() {
        return new Bucket(properties("nowhere", "http://127.0.0.1:1", "user", "password"));
    }

    public String name() {
        return String.valueOf(properties.bucket());
    }

    S3Client client() {
        return client;
    }

    public ObjectStore store() {
        return new S3Configuration().s3ObjectStore(client, properties);
    }

    @Override
    public void close() {
        client.close();
    }

    private static S3Properties properties(String bucket, String endpoint, String user, String password) {
        return new S3Properties(
                bucket,
                "some/prefix",
                URI.create(endpoint),
                "us-east-1",
                true,
                user,
                password,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                2,
                DataSize.ofMegabytes(5));
    }
}
