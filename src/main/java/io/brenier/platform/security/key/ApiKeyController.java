package io.brenier.platform.security.key;

import io.brenier.platform.Ids;
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
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** API keys, for admins. */
@RestController
@ConditionalOnRole(Role.API)
@RequestMapping(path = "/v1/api-keys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "API keys", description = "Who may use this service, and for what.")
@Allowed(Scope.ADMIN)
class ApiKeyController {

    private static final String ID = "Identifier of an API key.";

    private final ApiKeys keys;
    private final Paging paging;

    ApiKeyController(ApiKeys keys, Paging paging) {
        this.keys = keys;
        this.paging = paging;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createApiKey",
            summary = "Make an API key",
            description =
                    "The answer holds the key, and nothing else ever will: only its hash is kept. Clients send it as 'Authorization: Bearer …'.")
    @ApiResponse(
            responseCode = "201",
            description = "The key; keep it.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Path of the API key.",
                            schema = @Schema(type = "string", format = "uri-reference")))
    @Problems(ProblemCode.UNKNOWN_FIELD)
    ResponseEntity<CreatedApiKey> create(@RequestBody ApiKeyRequest request) {
        ApiKeys.Made made = keys.create(request.toNewKey());
        return ResponseEntity.created(URI.create("/v1/api-keys/" + made.key().id()))
                .cacheControl(CacheControl.noStore())
                .body(CreatedApiKey.of(made));
    }

    @GetMapping
    @Operation(operationId = "listApiKeys", summary = "List API keys, newest first, revoked and expired ones too")
    @ApiResponse(responseCode = "200", description = "A page of keys, without the keys themselves.")
    ApiKeyPage list(
            @Parameter(description = "Most items of the page; more than the maximum are cut down to it.")
                    @RequestParam(name = "page_size", required = false)
                    @Nullable
                    Integer pageSize,
            @Parameter(description = "next_page_token of the page before.")
                    @RequestParam(name = "page_token", required = false)
                    @Nullable
                    String pageToken) {
        PageQuery query = paging.query(pageSize, pageToken);
        List<ApiKey> fetched = keys.page(query.afterId(), query.fetch());
        return new ApiKeyPage(
                query.items(fetched).stream().map(ApiKeyView::of).toList(), query.nextPageToken(fetched, ApiKey::id));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getApiKey", summary = "Look at an API key")
    @ApiResponse(responseCode = "200", description = "The key, without the key itself.")
    @Problems(ProblemCode.API_KEY_NOT_FOUND)
    ApiKeyView get(@Parameter(description = ID) @PathVariable String id) {
        ApiKey key = keys.get(parse(id));
        if (key.revokedAt() != null) {
            throw ApiKeys.unknown(id);
        }
        return ApiKeyView.of(key);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke an API key",
            description =
                    "It is refused from now on, and only the list still shows it. Revoking it again changes nothing.")
    @ApiResponse(responseCode = "204", description = "It is revoked.", content = @Content)
    @Problems(ProblemCode.API_KEY_NOT_FOUND)
    void revoke(@Parameter(description = ID) @PathVariable String id) {
        keys.revoke(parse(id));
    }

    private static UUID parse(String id) {
        return Ids.parse(id).orElseThrow(() -> ApiKeys.unknown(id));
    }
}
