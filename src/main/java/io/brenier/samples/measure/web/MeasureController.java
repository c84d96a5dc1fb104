package io.brenier.samples.measure.web;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.brenier.samples.measure.NamedMeasures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@ConditionalOnRole(Role.API)
@RestController
@RequestMapping("/v1/measures")
@Tag(name = "Sample sets", description = "The points that maps are learned from.")
@Allowed(Scope.READ)
class MeasureController {

    private final MeasureList all = new MeasureList(NamedMeasures.types());

    @Operation(
            operationId = "listMeasures",
            summary = "List the named measures",
            description = "What samples can be drawn from by name, in a sample set or in a training job.")
    @ApiResponse(responseCode = "200", description = "All of them.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    MeasureList list() {
        return all;
    }
}
