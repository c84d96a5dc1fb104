package io.brenier.pictures;

import io.brenier.evaluation.kernel.Conjugate;
import io.brenier.evaluation.kernel.Evaluation;
import io.brenier.evaluation.kernel.MapEvaluator;
import io.brenier.models.ResolvedModel;
import io.brenier.platform.plot.Picture;
import io.brenier.platform.plot.Size;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.samples.SampleSets;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.tensor.Points;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes pictures of maps. */
@ConditionalOnRole(Role.API)
@Component
class MapPlots {

    private final SampleSets samples;
    private final MapEvaluator evaluator;

    MapPlots(SampleSets samples, MapEvaluator evaluator) {
        this.samples = samples;
        this.evaluator = evaluator;
    }

    /** @param points to be shown of either set, at most */
    Picture picture(
            ResolvedModel model,
            Direction direction,
            Conjugate conjugate,
            UUID source,
            UUID target,
            int points,
            Size size) {
        Points from = samples.draw(source, points);
        Points to = samples.draw(target, points);
        Evaluation moved = evaluator.transport(model, direction == Direction.FORWARD ? from : to, direction, conjugate);
        MapPlot plot = new MapPlot(from, to, moved.output(), direction, Unconverged.note(moved));
        String title = "Map of %s, version %d: %s".formatted(model.model(), model.version(), plot.pushedName());
        return new Picture(title, size, canvas -> plot.draw(canvas, size));
    }
}
