package io.brenier.platform.web;

import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobStore;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
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
        HttpRange range = wantedRange(blob, etag, request);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(
                        range == null ? HttpStatus.OK : HttpStatus.PARTIAL_CONTENT)
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
        if (range == null) {
            return answer.contentLength(blob.size()).body(new InputStreamResource(() -> store.open(blob.sha256())));
        }
        long first = range.getRangeStart(blob.size());
        long last = range.getRangeEnd(blob.size());
        long length = last - first + 1;
        return answer.header(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(first, last, blob.size()))
                .contentLength(length)
                .body(new InputStreamResource(() -> store.open(blob.sha256(), first, length)));
    }

    private static @Nullable HttpRange wantedRange(BlobRef blob, String etag, HttpHeaders request) {
        String range = request.getFirst(HttpHeaders.RANGE);
        String condition = request.getFirst(HttpHeaders.IF_RANGE);
        // What the client has already is answered with 304, by Spring MVC, and only in the place of a 200.
        boolean known = request.getIfNoneMatch().contains(etag);
        if (range == null || known || condition != null && !condition.equals(etag)) {
            return null;
        }
        HttpRange wanted = single(range);
        if (wanted != null && wanted.getRangeStart(blob.size()) >= blob.size()) {
            throw ProblemException.of(
                    ProblemCode.RANGE_NOT_SATISFIABLE,
                    "Range '%s' lies outside of the %,d bytes there are."
                            .formatted(Suggestion.shortened(range), blob.size()));
        }
        return wanted;
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
}
