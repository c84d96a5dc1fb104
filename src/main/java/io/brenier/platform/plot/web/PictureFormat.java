package io.brenier.platform.plot.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.plot.Picture;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** The formats of pictures; where a client takes both alike it gets SVG. */
public enum PictureFormat {
    SVG(new MediaType("image", "svg+xml")),
    PNG(MediaType.IMAGE_PNG);

    /** The media types, for the OpenAPI document. */
    public static final String SVG_TYPE = "image/svg+xml";

    public static final String PNG_TYPE = MediaType.IMAGE_PNG_VALUE;

    private final MediaType mediaType;

    PictureFormat(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    MediaType mediaType() {
        return mediaType;
    }

    byte[] render(Picture picture) {
        return switch (this) {
            case SVG -> picture.svg();
            case PNG -> picture.png();
        };
    }

    /**
     * The format that a request means.
     *
     * @param format what the query says, which a link can say too; it comes before the header
     * @param accept the header
     * @throws ProblemException invalid_request for a format that there is not, not_acceptable if neither is accepted
     */
    static PictureFormat of(@Nullable String format, @Nullable String accept) {
        return switch (format) {
            case "svg" -> SVG;
            case "png" -> PNG;
            case null -> accepted(accept);
            default ->
                throw ProblemException.at(
                        "format",
                        ProblemCode.INVALID_REQUEST,
                        "format is '%s'; allowed are svg and png".formatted(PictureRequest.shortened(format)));
        };
    }

    private static PictureFormat accepted(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return SVG;
        }
        List<MediaType> wanted;
        try {
            wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
        } catch (InvalidMediaTypeException unreadable) {
            throw notAcceptable(accept);
        }
        double svg = quality(wanted, SVG);
        double png = quality(wanted, PNG);
        if (svg <= 0 && png <= 0) {
            throw notAcceptable(accept);
        }
        return png > svg ? PNG : SVG;
    }

    /** What the most specific of the ranges says that include the format; 0 where none does. */
    private static double quality(List<MediaType> wanted, PictureFormat format) {
        Optional<MediaType> range = wanted.stream()
                .filter(candidate -> candidate.includes(format.mediaType))
                .min(Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype));
        return range.map(MediaType::getQualityValue).orElse(0.);
    }

    private static ProblemException notAcceptable(String accept) {
        return ProblemException.of(
                ProblemCode.NOT_ACCEPTABLE,
                "Accept '%s' takes neither %s nor %s; ask for one of them, there or with format=svg or format=png."
                        .formatted(PictureRequest.shortened(accept), SVG_TYPE, PNG_TYPE));
    }
}
