package io.brenier.models.web;

import io.brenier.models.registry.ModelNames;
import io.brenier.models.registry.ModelStore;
import io.brenier.models.registry.RegistryChanges;
import io.brenier.models.registry.RegistryLookup;
import io.brenier.models.registry.StoredModel;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Models. */
@ConditionalOnRole(Role.API)
@RestController
@RequestMapping(path = "/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Models", description = "The registry: models, their versions and aliases.")
@Allowed(Scope.READ)
class ModelController {

    private final ModelStore models;
    private final RegistryLookup lookup;
    private final RegistryChanges changes;
    private final ModelViews views;
    private final Paging paging;

    ModelController(
            ModelStore models, RegistryLookup lookup, RegistryChanges changes, ModelViews views, Paging paging) {
        this.models = models;
        this.lookup = lookup;
        this.changes = changes;
        this.views = views;
        this.paging = paging;
    }

    @GetMapping
    @Operation(operationId = "listModels", summary = "Lists models, by name")
    @ApiResponse(responseCode = "200", description = "A page of models")
    ModelPage list(
            @Parameter(description = "Most items of the page; more than the maximum are cut down to it.")
                    @RequestParam(name = "page_size", required = false)
                    @Nullable
                    Integer pageSize,
            @Parameter(description = "next_page_token of the page before.")
                    @RequestParam(name = "page_token", required = false)
                    @Nullable
                    String pageToken) {
        PageQuery query = paging.query(pageSize, pageToken);
        List<StoredModel> fetched = models.page(after(query), query.fetch());
        return new ModelPage(views.of(query.items(fetched)), query.nextPageToken(fetched, StoredModel::name));
    }

    private static String after(PageQuery query) {
        String after = query.after();
        if (after == null) {
            return "";
        }
        if (!ModelNames.isName(after)) {
            throw ProblemException.at(
                    "page_token", ProblemCode.INVALID_REQUEST, "page_token is none that this list gave out");
        }
        return after;
    }

    @GetMapping("/{model}")
    @Operation(operationId = "getModel", summary = "Looks at a model")
    @ApiResponse(responseCode = "200", description = "The model; ETag names its revision")
    @ApiResponse(
            responseCode = "304",
            description = "The model is the one that If-None-Match names",
            content = @Content)
    @Problems({ProblemCode.MODEL_NOT_FOUND})
    ResponseEntity<ModelView> get(
            @Parameter(description = "Name of the model.", example = "colours") @PathVariable String model) {
        return answer(lookup.model(model));
    }

    @PatchMapping(path = "/{model}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.TRAIN)
    @Operation(
            operationId = "updateModel",
            summary = "Changes a model's description or labels",
            description = "What the body leaves out stays; a label with null is removed.")
    @ApiResponse(responseCode = "200", description = "The model as it is now")
    @Problems({
        ProblemCode.MODEL_NOT_FOUND,
        ProblemCode.UNKNOWN_FIELD,
        ProblemCode.PRECONDITION_FAILED,
        ProblemCode.PRECONDITION_REQUIRED
    })
    ResponseEntity<ModelView> update(
            @Parameter(description = "Name of the model.", example = "colours") @PathVariable String model,
            @Parameter(
                            description =
                                    "The ETag that GET gave, so that nobody's change is undone unseen; * for any.",
                            example = "*")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody ModelPatch patch) {
        return answer(changes.describe(model, Preconditions.required(ifMatch), patch::applyTo));
    }

    @DeleteMapping("/{model}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Scope.TRAIN)
    @Operation(operationId = "deleteModel", summary = "Deletes a model that has no versions")
    @ApiResponse(responseCode = "204", description = "It is gone", content = @Content)
    @Problems({ProblemCode.MODEL_NOT_FOUND, ProblemCode.INVALID_STATE})
    void delete(@Parameter(description = "Name of the model.", example = "colours") @PathVariable String model) {
        changes.deleteModel(model);
    }

    private ResponseEntity<ModelView> answer(StoredModel model) {
        return ResponseEntity.ok().eTag(Preconditions.etag(model.revision())).body(views.of(model));
    }
}
