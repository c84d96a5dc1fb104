package io.brenier.pictures;

import io.brenier.platform.plot.Arrow;
import io.brenier.platform.plot.Canvas;
import io.brenier.platform.plot.Colour;
import io.brenier.platform.plot.Frame;
import io.brenier.platform.plot.Labels;
import io.brenier.platform.plot.LinearScale;
import io.brenier.platform.plot.Polyline;
import io.brenier.platform.plot.Size;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A map of the line as its graph, x against T(x), with arrows from the diagonal, where nothing would move. Each set is a row of strokes: the moved one
 * below, the one that it should become on the left.
 */
final class MapGraph {

    private static final double STROKE = 12;
    private static final double STROKE_WIDTH = 1;
    private static final double DOT = 2;
    private static final double ARROW_WIDTH = 1.6;
    private static final double DIAGONAL_WIDTH = 1;
    private static final Colour DIAGONAL = Colour.of(0xBBBBBB);
    private static final int MOST_ARROWS = 60;

    private MapGraph() {}

    static void draw(MapPlot plot, Canvas canvas, Size size) {
        boolean forward = plot.direction() == Direction.FORWARD;
        double[] base = sorted(plot.base());
        double[] other = column(forward ? plot.target() : plot.source());
        double[][] graph = graph(plot.base(), plot.pushed());
        LinearScale across = MapPlot.range(base);
        LinearScale up = MapPlot.range(other, graph[1]);
        Labels labels = Labels.of(plot.note(), forward ? "source" : "target", plot.pushedName())
                .withDots("source", plot.sourceColour())
                .withDots("target", plot.targetColour())
                .withDots(plot.pushedName(), MapPlot.PUSHED);
        Frame frame = Frame.withEqualUnits(size, labels, across, up);
        diagonal(canvas, frame, base, up);
        arrows(canvas, frame, graph);
        strokes(canvas, frame, forward, base, other, plot);
        double[] x = new double[base.length];
        double[] y = new double[base.length];
        for (int i = 0; i < base.length; i++) {
            x[i] = frame.x(graph[0][i]);
            y[i] = frame.y(graph[1][i]);
        }
        canvas.dots("pushed", x, y, DOT, MapPlot.PUSHED.withAlpha(1));
        frame.drawAxes(canvas);
    }

    private static void diagonal(Canvas canvas, Frame frame, double[] base, LinearScale up) {
        double from = Math.max(base[0], up.min());
        double to = Math.min(base[base.length - 1], up.max());
        if (from < to) {
            canvas.lines(
                    "diagonal",
                    List.of(Polyline.segment(frame.x(from), frame.y(from), frame.x(to), frame.y(to))),
                    DIAGONAL_WIDTH,
                    DIAGONAL);
        }
    }

    /** From (x, x) to (x, T(x)); from the frame's edge where (x, x) lies beyond it. */
    private static void arrows(Canvas canvas, Frame frame, double[][] graph) {
        int count = graph[0].length;
        int every = (count + MOST_ARROWS - 1) / MOST_ARROWS;
        List<Polyline> arrows = new ArrayList<>();
        for (int i = every / 2; i < count; i += every) {
            double x = frame.x(graph[0][i]);
            double from = Math.clamp(
                    frame.y(graph[0][i]), frame.box().top(), frame.box().bottom());
            arrows.add(Arrow.between(x, from, x, frame.y(graph[1][i]), ARROW_WIDTH));
        }
        canvas.areas("arrows", arrows, MapPlot.ARROW);
    }

    private static void strokes(
            Canvas canvas, Frame frame, boolean forward, double[] base, double[] other, MapPlot plot) {
        List<Polyline> below = new ArrayList<>();
        for (double value : base) {
            double x = frame.x(value);
            below.add(Polyline.segment(
                    x, frame.box().bottom() - STROKE, x, frame.box().bottom()));
        }
        List<Polyline> beside = new ArrayList<>();
        for (double value : other) {
            double y = frame.y(value);
            beside.add(Polyline.segment(frame.box().left(), y, frame.box().left() + STROKE, y));
        }
        canvas.lines("source", forward ? below : beside, STROKE_WIDTH, plot.sourceColour());
        canvas.lines("target", forward ? beside : below, STROKE_WIDTH, plot.targetColour());
    }

    private static double[][] graph(Points base, Points pushed) {
        int[] order = IntStream.range(0, base.rows())
                .boxed()
                .sorted((i, j) -> Float.compare(base.at(i, 0), base.at(j, 0)))
                .mapToInt(Integer::intValue)
                .toArray();
        return new double[][] {column(base.select(order)), column(pushed.select(order))};
    }

    private static double[] sorted(Points points) {
        double[] values = column(points);
        Arrays.sort(values);
        return values;
    }

    private static double[] column(Points points) {
        double[] values = new double[points.rows()];
        for (int i = 0; i < values.length; i++) {
            values[i] = points.at(i, 0);
        }
        return values;
    }
}
