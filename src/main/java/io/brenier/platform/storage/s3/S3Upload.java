package io.brenier.platform.storage.s3;

import io.brenier.platform.BlobRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Sends a file, in parts where it is large; each body goes with its SHA-256, which the store checks. */
final class S3Upload {

    private static final Logger log = LoggerFactory.getLogger(S3Upload.class);

    private static final String TYPE = "application/octet-stream";
    /** S3's own limit. */
    private static final int MOST_PARTS = 10_000;

    private final S3Client client;
    private final String bucket;
    private final long partSize;

    S3Upload(S3Client client, String bucket, long partSize) {
        this.client = client;
        this.bucket = bucket;
        this.partSize = partSize;
    }

    void send(String key, Path file, BlobRef content) throws IOException {
        if (content.size() > partSize) {
            sendInParts(key, file, content.size());
            return;
        }
        client.putObject(
                put -> put.bucket(bucket)
                        .key(key)
                        .contentType(TYPE)
                        .checksumSHA256(base64(HexFormat.of().parseHex(content.sha256()))),
                RequestBody.fromFile(file));
    }

    private void sendInParts(String key, Path file, long size) throws IOException {
        String id = client.createMultipartUpload(create ->
                        create.bucket(bucket).key(key).contentType(TYPE).checksumAlgorithm(ChecksumAlgorithm.SHA256))
                .uploadId();
        boolean done = false;
        try {
            List<CompletedPart> parts = sendParts(key, id, file, size);
            client.completeMultipartUpload(complete ->
                    complete.bucket(bucket).key(key).uploadId(id).multipartUpload(upload -> upload.parts(parts)));
            done = true;
        } finally {
            if (!done) {
                abort(key, id);
            }
        }
    }

    private List<CompletedPart> sendParts(String key, String id, Path file, long size) throws IOException {
        long length = Math.max(partSize, Math.ceilDiv(size, MOST_PARTS));
        List<CompletedPart> parts = new ArrayList<>();
        for (long from = 0; from < size; from += length) {
            FilePart part = new FilePart(file, from, Math.min(length, size - from));
            int number = parts.size() + 1;
            String checksum = base64(part.sha256());
            String tag = client.uploadPart(
                            upload -> upload.bucket(bucket)
                                    .key(key)
                                    .uploadId(id)
                                    .partNumber(number)
                                    .checksumSHA256(checksum),
                            RequestBody.fromContentProvider(part, part.length(), TYPE))
                    .eTag();
            parts.add(CompletedPart.builder()
                    .partNumber(number)
                    .eTag(tag)
                    .checksumSHA256(checksum)
                    .build());
        }
        return parts;
    }

    private void abort(String key, String id) {
        try {
            client.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(id));
        } catch (SdkException failure) {
            // The upload's own failure is what is told; the collector ends what is left.
            log.debug("The upload of {} could not be aborted", key, failure);
        }
    }

    private static String base64(byte[] digest) {
        return Base64.getEncoder().encodeToString(digest);
    }
}
