package io.brenier.models.web;

import io.brenier.models.registry.RegistryChanges;
import io.brenier.models.registry.RegistryLookup;
import io.brenier.models.registry.StoredVersion;
import io.brenier.models.registry.VersionStore;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.brenier.platform.web.PageQuery;
import io.brenier.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Versions of a model. */
@ConditionalOnRole(Role.API)
@RestController
@RequestMapping(path = "/v1/models/{model}/versions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Models")
@Allowed(Scope.READ)
class VersionController {

    private final VersionStore versions;
    private final RegistryLookup lookup;
    private final RegistryChanges changes;
    private final ModelViews views;
    private final Paging paging;

    VersionController(
            VersionStore versions, RegistryLookup lookup, RegistryChanges changes, ModelViews views, Paging paging) {
        this.versions = versions;
        this.lookup = lookup;
        this.changes = changes;
        this.views = views;
        this.paging = paging;
    }

    @GetMapping
    @Operation(operationId = "listModelVersions", summary = "Lists a model's versions, the newest first")
    @ApiResponse(responseCode = "200", description = "A page of versions")
    @Problems({ProblemCode.MODEL_NOT_FOUND})
    VersionPage list(
            @Parameter(description = "Name of the model.", example = "colours") @PathVariable String model,
            @Parameter(description = "Most items of the page; more than the maximum are cut down to it.")
                    @RequestParam(name = "page_size", required = false)
                    @Nullable
                    Integer pageSize,
            @Parameter(description = "next_page_token of the page before.")
                    @RequestParam(name = "page_token", required = false)
                    @Nullable
                    String pageToken) {
        PageQuery query = paging.query(pageSize, pageToken);
        lookup.model(model);
        Long below = query.afterNumber();
        List<StoredVersion> fetched = versions.page(model, below == null ? Long.MAX_VALUE : below, query.fetch());
        return new VersionPage(
                views.of(model, query.items(fetched)), query.nextPageToken(fetched, StoredVersion::version));
    }

    @GetMapping("/{version}")
    @Operation(
            operationId = "getModelVersion",
            summary = "Looks at a version",
            description = "With its provenance: hashes of the data, solver and seed, software, device and metrics.")
    @ApiResponse(responseCode = "200", description = "The version")
    @Problems({ProblemCode.MODEL_NOT_FOUND, ProblemCode.VERSION_NOT_FOUND})
    VersionView get(
            @Parameter(description = "Name of the model.", example = "colours") @PathVariable String model,
            @Parameter(description = "Number of the version.", example = "1") @PathVariable int version) {
        return views.of(lookup.version(model, version));
    }

    @DeleteMapping("/{version}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Scope.TRAIN)
    @Operation(
            operationId = "deleteModelVersion",
            summary = "Deletes a version that no alias points to",
            description = "Its number is not given again.")
    @ApiResponse(responseCode = "204", description = "It is gone", content = @Content)
    @Problems({ProblemCode.MODEL_NOT_FOUND, ProblemCode.VERSION_NOT_FOUND, ProblemCode.INVALID_STATE})
    void delete(
            @Parameter(description = "Name of the model.", example = "colours") @PathVariable String model,
            @Parameter(description = "Number of the version.", example = "1") @PathVariable int version) {
        changes.deleteVersion(model, version);
    }
}
