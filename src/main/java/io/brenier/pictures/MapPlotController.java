package io.brenier.pictures;

import io.brenier.models.ModelResolver;
import io.brenier.models.ResolvedModel;
import io.brenier.platform.limits.Expensive;
import io.brenier.platform.plot.web.PictureRequest;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pictures of maps. */
@ConditionalOnRole(Role.API)
@RestController
@Tag(name = "Pictures", description = "Maps, potentials and trainings to look at, as SVG or PNG.")
@Allowed(Scope.READ)
@Expensive(atLeast = 8 << 20)
class MapPlotController {

    private static final String SIDE = "640";
    private static final int MOST_POINTS = 5_000;

    private final ModelResolver models;
    private final TrainingSets sets;
    private final PictureQuery query;
    private final MapPlots plots;

    MapPlotController(ModelResolver models, TrainingSets sets, PictureQuery query, MapPlots plots) {
        this.models = models;
        this.sets = sets;
        this.query = query;
        this.plots = plots;
    }

    @GetMapping("/v1/models/{model}/map-plot")
    @Operation(operationId = "getMapPlot", summary = "Draw a map", description = """
                    Source and target samples, where the map moves the ones, and arrows to there. Points of more than two dimensions are shown on the plane of
                    the first two principal components of both sets, a map of the line as its graph. Without source and target the sets are those that
                    the model learned from, as far as they are stored here. The same request draws the same points, and the same bytes.""")
    @ModelPicture
    ResponseEntity<byte[]> mapPlot(
            @Parameter(description = PlotParameters.MODEL, example = "colours") @PathVariable String model,
            @Parameter(
                            description = "forward: ∇f moves the source; inverse: ∇g = ∇f* moves the target back.",
                            schema =
                                    @Schema(
                                            allowableValues = {"forward", "inverse"},
                                            defaultValue = "forward"))
                    @RequestParam(defaultValue = "forward")
                    String direction,
            @Parameter(description = PlotParameters.VERSION) @RequestParam(required = false) @Nullable Integer version,
            @Parameter(description = PlotParameters.ALIAS) @RequestParam(required = false) @Nullable String alias,
            @Parameter(description = "Sample set of the source; by default the one that the model learned from.")
                    @RequestParam(required = false)
                    @Nullable
                    String source,
            @Parameter(description = "Sample set of the target; by default the one that the model learned from.")
                    @RequestParam(required = false)
                    @Nullable
                    String target,
            @Parameter(description = "Most points shown of either set.", example = "500")
                    @RequestParam(defaultValue = "500")
                    @Min(1)
                    @Max(MOST_POINTS)
                    int points,
            @Parameter(
                            description = PlotParameters.CONJUGATE,
                            schema =
                                    @Schema(
                                            allowableValues = {"amortized", "refined"},
                                            defaultValue = "amortized"))
                    @RequestParam(defaultValue = "amortized")
                    String conjugate,
            @Parameter(description = PictureRequest.FORMAT, schema = @Schema(allowableValues = {"svg", "png"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(description = PictureRequest.WIDTH)
                    @RequestParam(defaultValue = SIDE)
                    @Min(PictureRequest.SMALLEST)
                    @Max(PictureRequest.LARGEST)
                    int width,
            @Parameter(description = PictureRequest.HEIGHT)
                    @RequestParam(defaultValue = SIDE)
                    @Min(PictureRequest.SMALLEST)
                    @Max(PictureRequest.LARGEST)
                    int height,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept) {
        PictureRequest request = PictureRequest.of(format, accept, width, height);
        ResolvedModel resolved = models.resolve(model, version, alias);
        return request.answer(
                plots.picture(
                        resolved,
                        query.direction(direction),
                        query.conjugate(conjugate),
                        sets.find(resolved, "source", source),
                        sets.find(resolved, "target", target),
                        points,
                        request.size()),
                version != null && !resolved.provisional());
    }
}
