package io.brenier.pictures;

import static java.util.function.Predicate.not;

import io.brenier.evaluation.kernel.Conjugate;
import io.brenier.evaluation.kernel.Evaluation;
import io.brenier.evaluation.kernel.MapEvaluator;
import io.brenier.models.ResolvedModel;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.plot.Labels;
import io.brenier.platform.plot.LineChart;
import io.brenier.platform.plot.LinearScale;
import io.brenier.platform.plot.Picture;
import io.brenier.platform.plot.Series;
import io.brenier.platform.plot.Size;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.samples.SampleSets;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes pictures of potentials: on the line a curve, on the plane and on a plane of higher spaces filled contours. */
@ConditionalOnRole(Role.API)
@Component
class PotentialPlots {

    private static final int NODES = 50;
    private static final int CURVE_NODES = 400;
    private static final int DRAWN_POINTS = 5_000;
    private static final double ROOM = .1;

    private final SampleSets samples;
    private final MapEvaluator evaluator;

    PotentialPlots(SampleSets samples, MapEvaluator evaluator) {
        this.samples = samples;
        this.evaluator = evaluator;
    }

    /**
     * @param direction FORWARD: f; INVERSE: its conjugate, g
     * @param kantorovich ½|x|² − f instead of f
     * @param set points of the potential's side, which say where to look and, above two dimensions, on which plane
     * @param extent of every axis, instead of where the points are; without either there is nothing to draw
     * @throws ProblemException sample_set_not_found if a needed set is missing
     */
    Picture picture(
            ResolvedModel model,
            Direction direction,
            Conjugate conjugate,
            boolean kantorovich,
            Optional<UUID> set,
            Optional<LinearScale> extent,
            Size size) {
        if (set.isEmpty() && (extent.isEmpty() || model.dimension() > 2)) {
            throw missing(model, direction);
        }
        Optional<Points> points = set.map(id -> samples.draw(id, DRAWN_POINTS));
        Title title = new Title(direction, kantorovich);
        return model.dimension() == 1
                ? curve(model, direction, conjugate, title, points, extent, size)
                : contours(model, direction, conjugate, title, points, extent, size);
    }

    private Picture curve(
            ResolvedModel model,
            Direction direction,
            Conjugate conjugate,
            Title title,
            Optional<Points> points,
            Optional<LinearScale> extent,
            Size size) {
        LinearScale range = extent.orElseGet(() -> around(column(points.orElseThrow()), ROOM));
        double[] x = nodes(range, CURVE_NODES);
        float[] at = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            at[i] = (float) x[i];
        }
        Points nodes = Points.of(at, at.length, 1);
        Evaluation evaluation = evaluator.potential(model, nodes, direction, conjugate);
        Series series = new Series(title.formula(), x, title.values(nodes, evaluation), LineChart.colour(0));
        Labels labels = Labels.of(title.with(Unconverged.note(evaluation)), title.variable(), "");
        return new Picture(
                title.of(model), size, canvas -> LineChart.draw(canvas, size, labels, List.of(series), false));
    }

    private Picture contours(
            ResolvedModel model,
            Direction direction,
            Conjugate conjugate,
            Title title,
            Optional<Points> points,
            Optional<LinearScale> extent,
            Size size) {
        Plane plane = points.map(Plane::of).orElseGet(Plane::coordinates);
        LinearScale x = extent.orElseGet(() -> square(plane.project(points.orElseThrow()), 0));
        LinearScale y = extent.orElseGet(() -> square(plane.project(points.orElseThrow()), 1));
        double[] across = nodes(x, NODES);
        double[] up = nodes(y, NODES);
        double[] a = new double[NODES * NODES];
        double[] b = new double[NODES * NODES];
        for (int node = 0; node < a.length; node++) {
            a[node] = across[node % NODES];
            b[node] = up[node / NODES];
        }
        Points nodes = plane.lift(a, b);
        Evaluation evaluation = evaluator.potential(model, nodes, direction, conjugate);
        PotentialPlot plot = new PotentialPlot(
                title.with(Unconverged.note(evaluation)),
                List.of(plane.uName(), plane.vName()),
                x,
                y,
                NODES,
                title.values(nodes, evaluation));
        return new Picture(title.of(model), size, canvas -> plot.draw(canvas, size));
    }

    /** One axis of a square around all of the points. */
    private static LinearScale square(double[][] coordinates, int axis) {
        LinearScale x = around(coordinates[0], ROOM);
        LinearScale y = around(coordinates[1], ROOM);
        double half = Math.max(x.max() - x.min(), y.max() - y.min()) / 2;
        LinearScale own = axis == 0 ? x : y;
        double middle = own.min() + (own.max() - own.min()) / 2;
        return new LinearScale(middle - half, middle + half);
    }

    private static LinearScale around(double[] values, double room) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return LinearScale.around(least, greatest, room);
    }

    private static double[] column(Points points) {
        double[] values = new double[points.rows()];
        for (int i = 0; i < values.length; i++) {
            values[i] = points.at(i, 0);
        }
        return values;
    }

    private static double[] nodes(LinearScale range, int count) {
        double[] nodes = new double[count];
        for (int i = 0; i < count; i++) {
            nodes[i] = range.min() + (range.max() - range.min()) * i / (count - 1);
        }
        return nodes;
    }

    private static ProblemException missing(ResolvedModel model, Direction direction) {
        String role = direction == Direction.FORWARD ? "source" : "target";
        String instead = model.dimension() > 2 ? "" : ", or where to look: extent=-6,6";
        return ProblemException.at(
                "samples",
                ProblemCode.SAMPLE_SET_NOT_FOUND,
                "the %s samples that version %d of model '%s' learned from are not stored here; name a sample set of R^%d: samples=<its id>%s"
                        .formatted(role, model.version(), model.model(), model.dimension(), instead));
    }

    /** What is shown, in words and in numbers. */
    private record Title(Direction direction, boolean kantorovich) {

        String name() {
            return direction == Direction.FORWARD ? "f" : "g";
        }

        String variable() {
            return direction == Direction.FORWARD ? "x" : "y";
        }

        String formula() {
            return kantorovich ? "½|%s|² − %s".formatted(variable(), name()) : name();
        }

        String with(String note) {
            return Stream.of(formula(), note).filter(not(String::isEmpty)).collect(Collectors.joining("; "));
        }

        String of(ResolvedModel model) {
            return "Potential %s of %s, version %d".formatted(formula(), model.model(), model.version());
        }

        double[] values(Points at, Evaluation evaluation) {
            double[] values = new double[at.rows()];
            for (int row = 0; row < values.length; row++) {
                double value = evaluation.output().at(row, 0);
                double square = 0;
                for (int j = 0; j < at.dimension(); j++) {
                    square += (double) at.at(row, j) * at.at(row, j);
                }
                values[row] = kantorovich ? square / 2 - value : value;
            }
            return values;
        }
    }
}
