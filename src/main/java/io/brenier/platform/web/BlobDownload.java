package io.brenier.platform.web;

import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobStore;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with a blob: ETag, Repr-Digest (RFC 9530), Range and If-Range; HEAD and If-None-Match come with Spring MVC. */
@Component
public class BlobDownload {

    private final BlobStore store;

    BlobDownload(BlobStore store) {
        this.store = store;
    }

    /**
     * The answer with the blob, or with the part that is asked for.
     *
     * @param request headers of the request
     * @throws ProblemException range_not_satisfiable if no wanted byte exists
     */
    public ResponseEntity<Resource> of(BlobRef blob, MediaType type, String filename, HttpHeaders request) {
        String etag = "\"" + blob.sha256() + "\"";
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(blob.sha256()));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(type)
                .eTag(etag)
                .header("Repr-Digest", "sha-256=:" + digest + ":")
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(filename)
                                .build()
                                .toString());
        BlobResource whole = new BlobResource(store, blob);
        if (wantsRange(blob, etag, request)) {
            return answer.body(whole);
        }
        // Spring MVC serves ranges of every resource but an input stream's.
        return answer.contentLength(blob.size()).body(new InputStreamResource(whole::getInputStream));
    }

    private static boolean wantsRange(BlobRef blob, String etag, HttpHeaders request) {
        String range = request.getFirst(HttpHeaders.RANGE);
        String condition = request.getFirst(HttpHeaders.IF_RANGE);
        if (range == null || condition != null && !condition.equals(etag)) {
            return false;
        }
        HttpRange wanted = single(range);
        if (wanted != null && wanted.getRangeStart(blob.size()) >= blob.size()) {
            throw ProblemException.of(
                    ProblemCode.RANGE_NOT_SATISFIABLE,
                    "Range '%s' lies outside of the %,d bytes there are."
                            .formatted(Suggestion.shortened(range), blob.size()));
        }
        return wanted != null;
    }

    /** Null where the header is none that is understood, which is then as if it were not there (RFC 9110, 14.2). */
    private static @Nullable HttpRange single(String range) {
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(range);
            return ranges.size() == 1 ? ranges.getFirst() : null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static final class BlobResource extends AbstractResource {

        private final BlobStore store;
        private final BlobRef blob;

        BlobResource(BlobStore store, BlobRef blob) {
            this.store = store;
            this.blob = blob;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return store.open(blob.sha256());
        }

        @Override
        public long contentLength() {
            return blob.size();
        }

        @Override
        public String getDescription() {
            return "blob " + blob.sha256();
        }
    }
}
