package io.brenier.pictures;

import io.brenier.platform.plot.Box;
import io.brenier.platform.plot.Canvas;
import io.brenier.platform.plot.Colour;
import io.brenier.platform.plot.Contours;
import io.brenier.platform.plot.Frame;
import io.brenier.platform.plot.Labels;
import io.brenier.platform.plot.LinearScale;
import io.brenier.platform.plot.Polyline;
import io.brenier.platform.plot.Size;
import io.brenier.platform.plot.Text;
import io.brenier.platform.plot.Tick;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A potential's values on a grid, clipped at their 5% and 95% quantiles, as filled contours with a colour bar.
 *
 * @param title f, g, or their Kantorovich form
 * @param names of the axes
 * @param values row by row from below, [nodes, nodes]
 */
record PotentialPlot(String title, List<String> names, LinearScale x, LinearScale y, int nodes, double[] values) {

    private static final double LOWER = .05;
    private static final double UPPER = .95;
    private static final int LEVELS = 12;
    private static final double BAR_ROOM = 84;
    private static final double BAR_GAP = 16;
    private static final double BAR_WIDTH = 18;
    private static final double LABEL_GAP = 6;
    private static final double LABEL_SIZE = 11;

    void draw(Canvas canvas, Size size) {
        Labels labels = Labels.of(title, names.get(0), names.get(1)).withRoomOnTheRight(BAR_ROOM);
        Frame frame = Frame.of(size, labels, x, y);
        double least = quantile(values, LOWER);
        double greatest = quantile(values, UPPER);
        if (!(least < greatest)) {
            canvas.area("contour", List.of(frame.box().outline()), Blues.at(.5));
        } else {
            double[] clipped = DoubleStream.of(values)
                    .map(value -> Math.clamp(value, least, greatest))
                    .toArray();
            LinearScale range = new LinearScale(least, greatest);
            List<Tick> levels = range.ticks(LEVELS).stream()
                    .filter(tick -> tick.at() > least && tick.at() < greatest)
                    .toList();
            contours(canvas, frame, new Contours(clipped, nodes, nodes), levels);
            bar(canvas, frame.box(), range, levels);
        }
        frame.drawAxes(canvas);
    }

    /** Each darker than the last and on top of it, so that no gap shows between neighbours. */
    private void contours(Canvas canvas, Frame frame, Contours contours, List<Tick> levels) {
        canvas.area("contour", List.of(frame.box().outline()), colour(0, levels.size()));
        for (int k = 0; k < levels.size(); k++) {
            List<Polyline> rings = contours.atLeast(levels.get(k).at()).stream()
                    .map(ring -> onto(frame, ring))
                    .toList();
            canvas.area("contour", rings, colour(k + 1, levels.size()));
        }
    }

    private Polyline onto(Frame frame, Polyline ring) {
        return new Polyline(
                DoubleStream.of(ring.x())
                        .map(column -> frame.x(node(x, column)))
                        .toArray(),
                DoubleStream.of(ring.y()).map(row -> frame.y(node(y, row))).toArray());
    }

    private double node(LinearScale range, double index) {
        return range.min() + (range.max() - range.min()) * index / (nodes - 1);
    }

    private static void bar(Canvas canvas, Box box, LinearScale range, List<Tick> levels) {
        double left = box.right() + BAR_GAP;
        double right = left + BAR_WIDTH;
        double from = box.bottom();
        for (int k = 0; k <= levels.size(); k++) {
            double to = k == levels.size()
                    ? box.top()
                    : box.bottom() - range.part(levels.get(k).at()) * box.height();
            canvas.area("bar", List.of(new Box(left, to, right, from).outline()), colour(k, levels.size()));
            from = to;
        }
        for (Tick level : levels) {
            double at = box.bottom() - range.part(level.at()) * box.height();
            canvas.text(
                    Text.level(level.label(), right + LABEL_GAP, at + LABEL_SIZE * .36, LABEL_SIZE, Text.Anchor.START));
        }
    }

    private static Colour colour(int band, int levels) {
        return Blues.at((band + .5) / (levels + 1));
    }

    /** By linear interpolation between the ordered values. */
    static double quantile(double[] values, double part) {
        double[] ordered = values.clone();
        Arrays.sort(ordered);
        double at = part * (ordered.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, ordered.length - 1);
        return ordered[below] + (at - below) * (ordered[above] - ordered[below]);
    }
}
