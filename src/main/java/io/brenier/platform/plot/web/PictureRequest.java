package io.brenier.platform.plot.web;

import io.brenier.platform.Excerpt;
import io.brenier.platform.plot.Picture;
import io.brenier.platform.plot.Size;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What every request for a picture says, and the answer to it. */
public record PictureRequest(PictureFormat format, Size size) {

    /** The fewest pixels a side. */
    public static final int SMALLEST = 200;

    /** The most pixels a side. */
    public static final int LARGEST = 2000;

    public static final String FORMAT =
            "svg or png, for links, which have no Accept header to say it with; it comes before that header.";
    public static final String WIDTH = "Width in pixels.";
    public static final String HEIGHT = "Height in pixels.";

    private static final int SHOWN = 60;

    /** How long a picture may be kept whose every ingredient stays as it is. */
    private static final Duration FIXED = Duration.ofHours(1);

    /**
     * What a request says.
     *
     * @throws io.brenier.platform.ProblemException invalid_request, not_acceptable
     */
    public static PictureRequest of(@Nullable String format, @Nullable String accept, int width, int height) {
        return new PictureRequest(PictureFormat.of(format, accept), new Size(width, height));
    }

    /**
     * The answer: with a strong ETag, so that an unchanged picture is not sent twice.
     *
     * @param fixed whether the same request will always show the same; otherwise it is to be asked for again each time
     */
    public ResponseEntity<byte[]> answer(Picture picture, boolean fixed) {
        byte[] bytes = format.render(picture);
        return ResponseEntity.ok()
                .contentType(format.mediaType())
                .eTag(etag(bytes))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .cacheControl(fixed ? CacheControl.maxAge(FIXED).cachePrivate() : CacheControl.noCache())
                .body(bytes);
    }

    private static String etag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + "\"";
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static String shortened(String text) {
        return Excerpt.of(text, SHOWN);
    }
}
