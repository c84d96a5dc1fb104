package io.brenier.models.web;

import static java.util.Objects.requireNonNull;

import io.brenier.models.registry.RegistryChanges;
import io.brenier.models.registry.RegistryChanges.AliasChange;
import io.brenier.models.registry.RegistryLookup;
import io.brenier.models.registry.StoredAlias;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Aliases of a model. */
@ConditionalOnRole(Role.API)
@RestController
@RequestMapping(path = "/v1/models/{model}/aliases/{alias}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Models")
@Allowed(Scope.READ)
class AliasController {

    private final RegistryLookup lookup;
    private final RegistryChanges changes;

    AliasController(RegistryLookup lookup, RegistryChanges changes) {
        this.lookup = lookup;
        this.changes = changes;
    }

    @GetMapping
    @Operation(operationId = "getModelAlias", summary = "Looks where an alias points")
    @ApiResponse(responseCode = "200", description = "The alias; ETag names its revision")
    @ApiResponse(
            responseCode = "304",
            description = "The alias is the one that If-None-Match names",
            content = @Content)
    @Problems({ProblemCode.MODEL_NOT_FOUND, ProblemCode.ALIAS_NOT_FOUND})
    ResponseEntity<AliasView> get(
            @Parameter(description = "Name of the model.", example = "colours") @PathVariable String model,
            @Parameter(description = "Name of the alias.", example = "latest") @PathVariable String alias) {
        return answer(ResponseEntity.ok(), lookup.alias(model, alias));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.TRAIN)
    @Operation(
            operationId = "setModelAlias",
            summary = "Points an alias to a version",
            description =
                    "Makes the alias or moves it, at once for everybody. If-None-Match: * only makes it; If-Match moves it only from the"
                            + " revision that was seen. Evaluations that name no version use the alias 'latest' where there is one.")
    @ApiResponse(responseCode = "200", description = "The alias has been moved")
    @ApiResponse(responseCode = "201", description = "The alias has been made")
    @Problems({
        ProblemCode.MODEL_NOT_FOUND,
        ProblemCode.VERSION_NOT_FOUND,
        ProblemCode.UNKNOWN_FIELD,
        ProblemCode.PRECONDITION_FAILED
    })
    ResponseEntity<AliasView> set(
            @Parameter(description = "Name of the model.", example = "colours") @PathVariable String model,
            @Parameter(description = "Name of the alias.", example = "best") @PathVariable String alias,
            @Parameter(description = "The ETag that GET gave; * for any.")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @Parameter(description = "* to refuse where the alias exists.")
                    @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable
                    String ifNoneMatch,
            @Valid @RequestBody AliasTarget target) {
        AliasChange change = changes.setAlias(
                model, alias, requireNonNull(target.version()), Preconditions.of(ifMatch, ifNoneMatch));
        return answer(
                change.created()
                        ? ResponseEntity.created(ServletUriComponentsBuilder.fromCurrentRequestUri()
                                .replaceQuery(null)
                                .build()
                                .toUri())
                        : ResponseEntity.ok(),
                change.alias());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Scope.TRAIN)
    @Operation(operationId = "deleteModelAlias", summary = "Deletes an alias; the version stays")
    @ApiResponse(responseCode = "204", description = "It is gone", content = @Content)
    @Problems({ProblemCode.MODEL_NOT_FOUND, ProblemCode.ALIAS_NOT_FOUND, ProblemCode.PRECONDITION_FAILED})
    void delete(
            @Parameter(description = "Name of the model.", example = "colours") @PathVariable String model,
            @Parameter(description = "Name of the alias.", example = "best") @PathVariable String alias,
            @Parameter(description = "The ETag that GET gave; * for any.")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch) {
        changes.deleteAlias(model, alias, Preconditions.of(ifMatch, null));
    }

    private static ResponseEntity<AliasView> answer(ResponseEntity.BodyBuilder response, StoredAlias alias) {
        return response.eTag(Preconditions.etag(alias.revision())).body(AliasView.of(alias));
    }
}
