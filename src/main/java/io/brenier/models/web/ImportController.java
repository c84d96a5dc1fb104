package io.brenier.models.web;

import io.brenier.models.ModelVersionId;
import io.brenier.models.registry.RegistryLookup;
import io.brenier.models.transfer.ArchiveImport;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.limits.Expensive;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.brenier.platform.web.DigestCheck;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Archives from elsewhere. */
@ConditionalOnRole(Role.API)
@RestController
@Tag(name = "Models")
@Allowed(Scope.TRAIN)
@Expensive(perBodyByte = 4)
class ImportController {

    private final ArchiveImport archives;
    private final RegistryLookup lookup;
    private final ModelViews views;

    ImportController(ArchiveImport archives, RegistryLookup lookup, ModelViews views) {
        this.archives = archives;
        this.lookup = lookup;
        this.views = views;
    }

    @PostMapping(
            path = "/v1/models/{model}/versions",
            consumes = {"application/zip", MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "importModelVersion",
            summary = "Imports a portable archive as a new version",
            description = """
                    Makes the model where there is none yet. The archive is what …/artifact gives; it is read and checked to its end, sums
                    included, before anything is stored.""")
    @Parameter(
            name = "Repr-Digest",
            in = ParameterIn.HEADER,
            description = "Digest of the body (RFC 9530), checked if given. Content-Digest is checked alike.",
            schema = @Schema(type = "string"))
    @RequestBody(
            required = true,
            description = "The archive.",
            content = {
                @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                        schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "201",
            description = "The version has been published",
            headers =
                    @Header(
                            name = "Location",
                            description = "Path of the version",
                            schema = @Schema(type = "string", format = "uri-reference")))
    @Problems({
        ProblemCode.INVALID_ARCHIVE,
        ProblemCode.MODEL_NAME_TAKEN,
        ProblemCode.QUOTA_EXCEEDED,
        ProblemCode.DIMENSION_MISMATCH,
        ProblemCode.DIGEST_MISMATCH
    })
    ResponseEntity<VersionView> receive(
            @Parameter(description = "Name of the model.", example = "colours") @PathVariable String model,
            @Parameter(description = "An alias to point to the new version.", example = "latest")
                    @RequestParam(required = false)
                    @Nullable
                    String alias,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        DigestCheck digests = DigestCheck.of(request);
        ModelVersionId id = archives.receive(model, alias, digests.watch(request.getInputStream()), digests::verify);
        return ResponseEntity.created(URI.create("/v1/models/%s/versions/%d".formatted(id.name(), id.version())))
                .body(views.of(lookup.version(id.name(), id.version())));
    }
}
