package io.brenier.samples;

import io.brenier.platform.Ids;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.limits.Expensive;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.brenier.platform.web.BlobDownload;
import io.brenier.platform.web.PageQuery;
import io.brenier.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@ConditionalOnRole(Role.API)
@RestController
@RequestMapping("/v1/sample-sets")
@Tag(name = "Sample sets", description = "The points that maps are learned from.")
@Allowed(Scope.READ)
class SampleSetController {

    private static final String ID = "Identifier of a sample set.";

    private final SampleSetUpload upload;
    private final StoredSampleSets sets;
    private final SampleSetTable table;
    private final BlobDownload download;
    private final Paging paging;

    SampleSetController(
            SampleSetUpload upload, StoredSampleSets sets, SampleSetTable table, BlobDownload download, Paging paging) {
        this.upload = upload;
        this.sets = sets;
        this.table = table;
        this.download = download;
        this.paging = paging;
    }

    @Allowed(Scope.TRAIN)
    @Expensive(counted = false)
    @Operation(operationId = "createSampleSet", summary = "Upload samples", description = """
                    The body holds the points, one a row: JSON, CSV (RFC 4180, with or without a header line) or npy (float32 or float64,
                    little-endian). For CSV and npy the name and the labels stand in the query. Numbers are kept as 32-bit floats. Refused are
                    fewer than two points, rows of different lengths, NaN and infinities, and columns that never vary; rows count from 0.
                    Points that are there already are stored only once. JSON may name a measure in the place of the points: samples of it are
                    drawn and stored as if they had been uploaded.""")
    @Parameter(
            name = "name",
            in = ParameterIn.QUERY,
            description = "Name, 1 to 200 printable characters. Needed for CSV and npy; JSON bodies carry their own.",
            schema = @Schema(type = "string", minLength = 1, maxLength = 200))
    @Parameter(
            name = "labels",
            in = ParameterIn.QUERY,
            description = "Labels, each written key=value; may be given several times. JSON bodies carry their own.",
            array = @ArraySchema(schema = @Schema(type = "string", pattern = "^[^=]+=.*$")))
    @Parameter(
            name = "Repr-Digest",
            in = ParameterIn.HEADER,
            description = "Digest of the body (RFC 9530), checked if given. Content-Digest is checked alike.",
            schema = @Schema(type = "string"))
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = PointsFormat.JSON_TYPE,
                        schema = @Schema(implementation = NewSampleSet.class),
                        examples = {
                            @ExampleObject(
                                    name = "points",
                                    value =
                                            "{\"name\": \"day-2\", \"labels\": {\"site\": \"north\"}, \"points\": [[0.0, 0.0], [1.0, 0.5], [2.0, 1.0]]}"),
                            @ExampleObject(
                                    name = "measure",
                                    value =
                                            "{\"name\": \"eight clusters\", \"measure\": {\"type\": \"circle\", \"count\": 1000, \"seed\": 1}}")
                        }),
                @Content(
                        mediaType = PointsFormat.CSV_TYPE,
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject("x,y\n0.0,0.0\n1.0,0.5\n2.0,1.0\n")),
                @Content(mediaType = PointsFormat.NPY_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "201",
            description = "The samples are stored.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Path of the sample set.",
                            schema = @Schema(type = "string", format = "uri-reference")))
    @Problems({
        ProblemCode.DIGEST_MISMATCH,
        ProblemCode.QUOTA_EXCEEDED,
        ProblemCode.INVALID_TENSOR_SHAPE,
        ProblemCode.INVALID_DATATYPE,
        ProblemCode.NON_FINITE_INPUT,
        ProblemCode.TOO_FEW_POINTS,
        ProblemCode.CONSTANT_COLUMN,
        ProblemCode.INVALID_SPEC,
        ProblemCode.UNKNOWN_FIELD
    })
    @PostMapping(
            consumes = {PointsFormat.JSON_TYPE, PointsFormat.CSV_TYPE, PointsFormat.NPY_TYPE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SampleSet> create(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        SampleSet set = upload.receive(request);
        return ResponseEntity.created(URI.create("/v1/sample-sets/" + set.id())).body(set);
    }

    @Operation(operationId = "listSampleSets", summary = "List sample sets, newest first")
    @ApiResponse(responseCode = "200", description = "One page.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    SampleSetPage list(
            @Parameter(
                            description = "Most sets of the page; cut down to the maximum.",
                            schema = @Schema(type = "integer", format = "int32", minimum = "0"))
                    @RequestParam(name = "page_size", required = false)
                    @Nullable
                    Integer pageSize,
            @Parameter(description = "next_page_token of the page before.")
                    @RequestParam(name = "page_token", required = false)
                    @Nullable
                    String pageToken) {
        PageQuery query = paging.query(pageSize, pageToken);
        List<SampleSet> fetched = table.list(query.afterId(), query.fetch());
        return new SampleSetPage(query.items(fetched), query.nextPageToken(fetched, SampleSet::id));
    }

    @Operation(operationId = "getSampleSet", summary = "Look at a sample set")
    @ApiResponse(
            responseCode = "200",
            description = "The sample set.",
            headers = @Header(name = "ETag", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", description = "It is what If-None-Match names.", content = @Content)
    @Problems(ProblemCode.SAMPLE_SET_NOT_FOUND)
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SampleSet> get(@Parameter(description = ID) @PathVariable String id) {
        SampleSet set = required(id);
        return ResponseEntity.ok().eTag("\"" + set.id() + "\"").body(set);
    }

    @Operation(
            operationId = "downloadSampleSet",
            summary = "Download the points as npy",
            description = "Version 1.0, <f4, C order. Ranges, ETag and Repr-Digest as usual.")
    @Parameter(
            name = "Range",
            in = ParameterIn.HEADER,
            description = "One range of bytes, such as bytes=0-127.",
            schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            description = "The whole file.",
            headers = {
                @Header(name = "ETag", schema = @Schema(type = "string")),
                @Header(
                        name = "Repr-Digest",
                        description = "SHA-256 of the whole file (RFC 9530).",
                        schema = @Schema(type = "string"))
            },
            content = @Content(mediaType = PointsFormat.NPY_TYPE, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "206",
            description = "The range.",
            content = @Content(mediaType = PointsFormat.NPY_TYPE, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "It is what If-None-Match names.", content = @Content)
    @Problems({ProblemCode.SAMPLE_SET_NOT_FOUND, ProblemCode.RANGE_NOT_SATISFIABLE})
    @GetMapping(path = "/{id}/content", produces = PointsFormat.NPY_TYPE)
    ResponseEntity<Resource> content(
            @Parameter(description = ID) @PathVariable String id,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        SampleSet set = required(id);
        return download.of(set.blob(), PointsFormat.NPY.mediaType(), set.id() + ".npy", headers);
    }

    @Allowed(Scope.TRAIN)
    @Operation(
            operationId = "deleteSampleSet",
            summary = "Delete a sample set",
            description =
                    "Refused while a training job that has not ended needs it. Models keep the hash of what they learned from.")
    @ApiResponse(responseCode = "204", description = "It is gone.", content = @Content)
    @Problems({ProblemCode.SAMPLE_SET_NOT_FOUND, ProblemCode.SAMPLE_SET_IN_USE})
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@Parameter(description = ID) @PathVariable String id) {
        sets.delete(Ids.parse(id).orElseThrow(() -> StoredSampleSets.notFound(id)));
        return ResponseEntity.noContent().build();
    }

    private SampleSet required(String id) {
        return Ids.parse(id).flatMap(sets::find).orElseThrow(() -> StoredSampleSets.notFound(id));
    }
}
