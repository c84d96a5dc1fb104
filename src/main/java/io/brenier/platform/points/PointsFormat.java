package io.brenier.platform.points;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** The formats that points travel in. */
public enum PointsFormat {
    JSON(MediaType.APPLICATION_JSON),
    CSV(new MediaType("text", "csv")),
    NPY(new MediaType("application", "x-npy"));

    /** The media types, for mappings and for the OpenAPI document. */
    public static final String JSON_TYPE = MediaType.APPLICATION_JSON_VALUE;

    public static final String CSV_TYPE = "text/csv";
    public static final String NPY_TYPE = "application/x-npy";

    private final MediaType mediaType;

    PointsFormat(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** The name in metrics and messages: json, csv or npy. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that name. */
    public static PointsFormat ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /**
     * The format of a body.
     *
     * @throws ProblemException unsupported_media_type if the header is missing or names something else
     */
    public static PointsFormat ofContentType(@Nullable String contentType) {
        if (contentType == null) {
            throw unsupported("The request has no Content-Type");
        }
        MediaType given = parse(contentType);
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equalsTypeAndSubtype(given))
                .findFirst()
                .orElseThrow(() -> unsupported("Content-Type '" + given + "' is not read here"));
    }

    /**
     * The format of an answer: the first that the client prefers; the given one where it has no preference.
     *
     * @throws ProblemException not_acceptable if none of the formats is accepted
     */
    public static PointsFormat ofAccept(@Nullable String accept, PointsFormat preferred) {
        if (accept == null || accept.isBlank()) {
            return preferred;
        }
        List<MediaType> wanted;
        try {
            wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
        } catch (InvalidMediaTypeException unreadable) {
            throw notAcceptable(accept);
        }
        return wanted.stream()
                .filter(range -> range.getQualityValue() > 0)
                .sorted((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()))
                .flatMap(range -> matching(range, preferred).stream())
                .findFirst()
                .orElseThrow(() -> notAcceptable(accept));
    }

    private static List<PointsFormat> matching(MediaType range, PointsFormat preferred) {
        if (range.includes(preferred.mediaType)) {
            return List.of(preferred);
        }
        return Arrays.stream(values())
                .filter(format -> range.includes(format.mediaType))
                .toList();
    }

    private static MediaType parse(String contentType) {
        try {
            return MediaType.parseMediaType(contentType);
        } catch (InvalidMediaTypeException unreadable) {
            throw unsupported("The Content-Type is no media type");
        }
    }

    private static ProblemException unsupported(String what) {
        return ProblemException.of(
                ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                what + "; send " + JSON_TYPE + ", " + CSV_TYPE + " or " + NPY_TYPE + ".");
    }

    private static ProblemException notAcceptable(String accept) {
        return ProblemException.of(
                ProblemCode.NOT_ACCEPTABLE,
                "Accept '" + accept + "' takes none of " + JSON_TYPE + ", " + CSV_TYPE + " and " + NPY_TYPE + ".");
    }
}
