package io.brenier.samples.upload;

import io.brenier.platform.Excerpt;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.limits.Quotas;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.brenier.platform.web.DigestCheck;
import io.brenier.samples.SampleSet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Allowed(Scope.TRAIN)
@ConditionalOnRole(Role.API)
@RestController
@RequestMapping("/v1/uploads")
@Tag(name = "Uploads", description = "Large sample sets, in parts that can be sent again.")
class UploadController {

    private static final String ID = "Identifier of an upload.";
    private static final String NUMBER = "[1-9][0-9]{0,4}";

    private final Uploads uploads;
    private final UploadProperties properties;
    private final Quotas quotas;

    UploadController(Uploads uploads, UploadProperties properties, Quotas quotas) {
        this.quotas = quotas;
        this.uploads = uploads;
        this.properties = properties;
    }

    @Operation(
            operationId = "createUpload",
            summary = "Open an upload",
            description =
                    "For files that are too large, or lines that are too bad, for one call. The parts follow, in any order, several at a time if you like.")
    @ApiResponse(
            responseCode = "201",
            description = "The upload is open.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Path of the upload.",
                            schema = @Schema(type = "string", format = "uri-reference")))
    @Problems({ProblemCode.TOO_MANY_UPLOADS, ProblemCode.UNKNOWN_FIELD})
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UploadView> create(@RequestBody NewUpload asked) {
        PointsFormat format = PointsFormat.ofContentType(required("/content_type", asked.contentType()));
        Upload upload = uploads.open(required("/name", asked.name()), labels(asked.labels()), format);
        return ResponseEntity.created(URI.create("/v1/uploads/" + upload.id())).body(view(upload));
    }

    @Operation(
            operationId = "getUpload",
            summary = "Look at an upload",
            description = "Tells which parts have arrived: what is not among them is to be sent again.")
    @ApiResponse(responseCode = "200", description = "The upload.")
    @Problems({ProblemCode.UPLOAD_NOT_FOUND, ProblemCode.UPLOAD_EXPIRED})
    @Allowed(Scope.READ)
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    UploadView get(@Parameter(description = ID) @PathVariable String id) {
        return view(uploads.get(id));
    }

    @Operation(
            operationId = "putUploadPart",
            summary = "Send a part",
            description =
                    "A part that arrived before is replaced. Content-Digest or Repr-Digest must hold the part's sha-256; nothing is kept of a body that has another.")
    @Parameter(
            name = "Content-Digest",
            in = ParameterIn.HEADER,
            description = "SHA-256 of the part (RFC 9530); Repr-Digest will do as well. One of them is needed.",
            schema = @Schema(type = "string"),
            example = "sha-256=:n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=:")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            description = "The part's bytes.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "200", description = "The part has arrived.")
    @Problems({
        ProblemCode.UPLOAD_NOT_FOUND,
        ProblemCode.UPLOAD_EXPIRED,
        ProblemCode.INVALID_STATE,
        ProblemCode.QUOTA_EXCEEDED,
        ProblemCode.DIGEST_MISMATCH
    })
    @PutMapping(
            path = "/{id}/parts/{number}",
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    UploadPart put(
            @Parameter(description = ID) @PathVariable String id,
            @Parameter(
                            description = "The part's place in the whole, from 1.",
                            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "10000"))
                    @PathVariable
                    String number,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Upload upload = uploads.get(id);
        int place = place(number);
        requireFitting(request.getContentLengthLong());
        quotas.requireRoom(Math.max(0, request.getContentLengthLong()));
        DigestCheck digests = DigestCheck.of(request);
        digests.requireSha256();
        return uploads.put(upload, place, digests.watch(request.getInputStream()), digests::verify);
    }

    @Operation(operationId = "completeUpload", summary = "Make the sample set", description = """
                    Reads all parts in order, as POST /v1/sample-sets reads its body, and refuses what that refuses; the upload stays open then, so that parts can be
                    sent anew. A call that is repeated gets the same sample set.""")
    @ApiResponse(
            responseCode = "201",
            description = "The samples are stored.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Path of the sample set.",
                            schema = @Schema(type = "string", format = "uri-reference")))
    @Problems({
        ProblemCode.UPLOAD_NOT_FOUND,
        ProblemCode.UPLOAD_EXPIRED,
        ProblemCode.UPLOAD_INCOMPLETE,
        ProblemCode.INVALID_STATE,
        ProblemCode.DIGEST_MISMATCH,
        ProblemCode.INVALID_TENSOR_SHAPE,
        ProblemCode.INVALID_DATATYPE,
        ProblemCode.NON_FINITE_INPUT,
        ProblemCode.TOO_FEW_POINTS,
        ProblemCode.CONSTANT_COLUMN,
        ProblemCode.UNKNOWN_FIELD
    })
    @PostMapping(path = "/{id}/complete", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SampleSet> complete(
            @Parameter(description = ID) @PathVariable String id,
            @RequestBody(required = false) @Nullable UploadCompletion asked)
            throws IOException {
        SampleSet set = uploads.complete(uploads.get(id), asked == null ? new UploadCompletion(null, null) : asked);
        return ResponseEntity.created(URI.create("/v1/sample-sets/" + set.id())).body(set);
    }

    @Operation(
            operationId = "deleteUpload",
            summary = "Drop an upload",
            description = "Its parts go; a sample set that it has become stays.")
    @ApiResponse(responseCode = "204", description = "It is gone.", content = @Content)
    @Problems({ProblemCode.UPLOAD_NOT_FOUND, ProblemCode.UPLOAD_EXPIRED})
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@Parameter(description = ID) @PathVariable String id) {
        uploads.delete(uploads.get(id));
        return ResponseEntity.noContent().build();
    }

    private UploadView view(Upload upload) {
        List<UploadPart> parts = uploads.parts(upload);
        return new UploadView(
                upload.id(),
                upload.name(),
                upload.labels(),
                upload.format().mediaType().toString(),
                parts,
                parts.stream().mapToLong(UploadPart::size).sum(),
                properties.maxPartSize().toBytes(),
                properties.maxParts(),
                properties.maxBytes().toBytes(),
                upload.sampleSet(),
                upload.createdAt(),
                upload.expiresAt());
    }

    private int place(String number) {
        int place = number.matches(NUMBER) ? Integer.parseInt(number) : 0;
        if (place < 1 || place > properties.maxParts()) {
            throw ProblemException.of(
                    ProblemCode.INVALID_REQUEST,
                    "A part's number is 1 to %d; '%s' is given."
                            .formatted(properties.maxParts(), Excerpt.of(number, 20)));
        }
        return place;
    }

    /** Before a byte is read: a client that waits for 100 Continue then sends none. */
    private void requireFitting(long length) {
        long allowed = properties.maxPartSize().toBytes();
        if (length > allowed) {
            throw ProblemException.of(
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    "The part has %,d bytes; at most %,d are allowed.".formatted(length, allowed));
        }
    }

    private static String required(String pointer, @Nullable String text) {
        if (text == null) {
            throw ProblemException.at(
                    pointer,
                    ProblemCode.INVALID_REQUEST,
                    "The member \"%s\" is missing.".formatted(pointer.substring(1)));
        }
        return text;
    }

    private static Map<String, String> labels(@Nullable Map<String, @Nullable String> given) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (given != null) {
            given.forEach((label, value) -> labels.put(label, required("/labels", value)));
        }
        return labels;
    }
}
