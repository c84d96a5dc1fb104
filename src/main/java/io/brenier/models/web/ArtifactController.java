package io.brenier.models.web;

import io.brenier.models.registry.RegistryLookup;
import io.brenier.models.registry.StoredVersion;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.brenier.platform.web.BlobDownload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Archives of versions, to be taken elsewhere. */
@ConditionalOnRole(Role.API)
@RestController
@Tag(name = "Models")
@Allowed(Scope.READ)
class ArtifactController {

    private final RegistryLookup lookup;
    private final BlobDownload download;

    ArtifactController(RegistryLookup lookup, BlobDownload download) {
        this.lookup = lookup;
        this.download = download;
    }

    @GetMapping("/v1/models/{model}/versions/{version}/artifact")
    @Operation(
            operationId = "downloadModelArtifact",
            summary = "Downloads a version's portable archive",
            description = "Whole, or in part with Range; If-None-Match spares what is there already.")
    @Parameter(
            name = "Range",
            in = ParameterIn.HEADER,
            description = "One range of bytes, such as bytes=0-127.",
            schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            description = "The archive",
            headers = {
                @Header(name = "ETag", schema = @Schema(type = "string"), description = "Names the content"),
                @Header(
                        name = "Repr-Digest",
                        schema = @Schema(type = "string"),
                        description = "SHA-256 of the whole archive (RFC 9530)")
            },
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "206",
            description = "The part that Range asks for",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "304",
            description = "The archive is the one that If-None-Match names",
            content = @Content)
    @Problems({ProblemCode.MODEL_NOT_FOUND, ProblemCode.VERSION_NOT_FOUND, ProblemCode.RANGE_NOT_SATISFIABLE})
    ResponseEntity<Resource> download(
            @Parameter(description = "Name of the model.", example = "colours") @PathVariable String model,
            @Parameter(description = "Number of the version.", example = "1") @PathVariable int version,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        StoredVersion found = lookup.version(model, version);
        return download.of(
                found.artifact(),
                MediaType.parseMediaType("application/zip"),
                "%s-%d.zip".formatted(model, version),
                headers);
    }
}
