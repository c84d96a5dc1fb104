package io.brenier.platform.storage.s3;

import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobStoreUnavailableException;
import io.brenier.platform.storage.object.ObjectStore;
import io.brenier.platform.storage.object.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects in a bucket. Writes are held to a SHA-256 by the store, large ones go in parts; a reading that breaks off goes on where it was. */
final class S3ObjectStore implements ObjectStore {

    private static final String FOLDER = "blobs/";
    private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(3);

    private final S3Client client;
    private final S3Properties properties;
    private final String bucket;
    private final String folder;
    private final S3Upload upload;

    S3ObjectStore(S3Client client, S3Properties properties) {
        this.client = client;
        this.properties = properties;
        this.bucket = Objects.requireNonNull(properties.bucket());
        this.folder = properties.folder() + FOLDER;
        this.upload = new S3Upload(client, bucket, properties.partSize().toBytes());
    }

    @Override
    public void put(String key, Path file, BlobRef content) throws IOException {
        try {
            upload.send(folder + key, file, content);
        } catch (SdkException failure) {
            throw failed("stored", key, failure);
        }
    }

    @Override
    public InputStream open(String key, long from, long length) throws IOException {
        if (length == 0) {
            // There is no range of no bytes.
            if (size(key).isEmpty()) {
                throw new NoSuchFileException(key);
            }
            return InputStream.nullInputStream();
        }
        return new ResumingStream(
                position -> get(key, from + position, from + length - 1), length, properties.maxAttempts());
    }

    private ResponseInputStream<?> get(String key, long first, long last) throws IOException {
        try {
            return client.getObject(
                    get -> get.bucket(bucket).key(folder + key).range("bytes=%d-%d".formatted(first, last)));
        } catch (NoSuchKeyException none) {
            throw missing(key, none);
        } catch (SdkException failure) {
            throw failed("read", key, failure);
        }
    }

    @Override
    public OptionalLong size(String key) throws IOException {
        try {
            return OptionalLong.of(client.headObject(head -> head.bucket(bucket).key(folder + key))
                    .contentLength());
        } catch (NoSuchKeyException none) {
            return OptionalLong.empty();
        } catch (SdkException failure) {
            throw failed("looked at", key, failure);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        try {
            client.deleteObject(delete -> delete.bucket(bucket).key(folder + key));
        } catch (SdkException failure) {
            throw failed("deleted", key, failure);
        }
    }

    @Override
    public void abandon(String key) throws IOException {
        try {
            client.listMultipartUploads(list -> list.bucket(bucket).prefix(folder + key)).uploads().stream()
                    .map(MultipartUpload::uploadId)
                    .forEach(id -> client.abortMultipartUpload(
                            abort -> abort.bucket(bucket).key(folder + key).uploadId(id)));
        } catch (SdkException failure) {
            throw failed("abandoned", key, failure);
        }
        delete(key);
    }

    @Override
    public Stream<StoredObject> list() {
        Iterator<S3Object> objects = client.listObjectsV2Paginator(
                        list -> list.bucket(bucket).prefix(folder))
                .contents()
                .iterator();
        return Stream.generate(() -> next(objects))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream);
    }

    /** The pages are fetched as they are needed. */
    private Optional<StoredObject> next(Iterator<S3Object> objects) {
        try {
            return objects.hasNext() ? Optional.of(listed(objects.next())) : Optional.empty();
        } catch (SdkException failure) {
            throw new UncheckedIOException(new BlobStoreUnavailableException(
                    "the objects in %s could not be listed".formatted(place()), failure));
        }
    }

    @Override
    public void check() throws IOException {
        try {
            client.headBucket(head ->
                    head.bucket(bucket).overrideConfiguration(override -> override.apiCallTimeout(CHECK_TIMEOUT)));
        } catch (SdkException failure) {
            throw new BlobStoreUnavailableException(
                    "bucket %s does not answer: %s".formatted(place(), failure.getMessage()), failure);
        }
    }

    @Override
    public String place() {
        return properties.toString();
    }

    private StoredObject listed(S3Object object) {
        return new StoredObject(object.key().substring(folder.length()), object.size(), object.lastModified());
    }

    private static NoSuchFileException missing(String key, Exception cause) {
        NoSuchFileException missing = new NoSuchFileException(key);
        missing.initCause(cause);
        return missing;
    }

    private IOException failed(String done, String key, SdkException failure) {
        return new BlobStoreUnavailableException("%s could not be %s in %s".formatted(key, done, place()), failure);
    }
}
