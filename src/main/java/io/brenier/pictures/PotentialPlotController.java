package io.brenier.pictures;

import io.brenier.models.ModelResolver;
import io.brenier.models.ResolvedModel;
import io.brenier.platform.limits.Expensive;
import io.brenier.platform.plot.web.PictureRequest;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.brenier.transport.dual.Direction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pictures of potentials. */
@ConditionalOnRole(Role.API)
@RestController
@Tag(name = "Pictures")
@Allowed(Scope.READ)
@Expensive(atLeast = 8 << 20)
class PotentialPlotController {

    private static final String WIDTH = "640";
    private static final String HEIGHT = "560";

    private final ModelResolver models;
    private final TrainingSets sets;
    private final PictureQuery query;
    private final PotentialPlots plots;

    PotentialPlotController(ModelResolver models, TrainingSets sets, PictureQuery query, PotentialPlots plots) {
        this.models = models;
        this.sets = sets;
        this.query = query;
        this.plots = plots;
    }

    @GetMapping("/v1/models/{model}/potential-plot")
    @Operation(operationId = "getPotentialPlot", summary = "Draw a potential", description = """
                    Filled contours of f, or of its conjugate g = f*, on a grid of 50 × 50, clipped at the values' 5% and 95% quantiles. In more than
                    two dimensions the grid lies on the plane through the samples' mean along their first two principal components; on the line
                    the potential is a curve. Values are known up to one constant.""")
    @ModelPicture
    ResponseEntity<byte[]> potentialPlot(
            @Parameter(description = PlotParameters.MODEL, example = "colours") @PathVariable String model,
            @Parameter(
                            description = "forward: f, on the source's side; inverse: g = f*, on the target's.",
                            schema =
                                    @Schema(
                                            allowableValues = {"forward", "inverse"},
                                            defaultValue = "forward"))
                    @RequestParam(defaultValue = "forward")
                    String direction,
            @Parameter(
                            description = "dual: f; kantorovich: ½|x|² − f.",
                            schema =
                                    @Schema(
                                            allowableValues = {"dual", "kantorovich"},
                                            defaultValue = "dual"))
                    @RequestParam(defaultValue = "dual")
                    String form,
            @Parameter(description = PlotParameters.VERSION) @RequestParam(required = false) @Nullable Integer version,
            @Parameter(description = PlotParameters.ALIAS) @RequestParam(required = false) @Nullable String alias,
            @Parameter(
                            description =
                                    "Sample set that says where to look; by default the one of that side that the model learned from.")
                    @RequestParam(required = false)
                    @Nullable
                    String samples,
            @Parameter(
                            description =
                                    "from,to: the range of every axis shown; by default the square around the samples.",
                            example = "-6,6",
                            schema = @Schema(type = "string", pattern = Extent.PATTERN))
                    @RequestParam(required = false)
                    @Nullable
                    String extent,
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
                    @RequestParam(defaultValue = WIDTH)
                    @Min(PictureRequest.SMALLEST)
                    @Max(PictureRequest.LARGEST)
                    int width,
            @Parameter(description = PictureRequest.HEIGHT)
                    @RequestParam(defaultValue = HEIGHT)
                    @Min(PictureRequest.SMALLEST)
                    @Max(PictureRequest.LARGEST)
                    int height,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept) {
        PictureRequest request = PictureRequest.of(format, accept, width, height);
        ResolvedModel resolved = models.resolve(model, version, alias);
        Direction side = query.direction(direction);
        String role = side == Direction.FORWARD ? "source" : "target";
        Optional<UUID> set = samples == null
                ? sets.trainedOn(resolved, role)
                : Optional.of(sets.named(resolved, "samples", samples));
        return request.answer(
                plots.picture(
                        resolved,
                        side,
                        query.conjugate(conjugate),
                        query.isKantorovich(form),
                        set,
                        Optional.ofNullable(extent).map(Extent::parse),
                        request.size()),
                version != null && !resolved.provisional());
    }
}
