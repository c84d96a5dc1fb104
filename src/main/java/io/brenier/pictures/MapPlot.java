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
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Both sample sets, where the map moves the one, and arrows from where it was. One dimension has a plot of its own ({@link MapGraph}); more than two are
 * shown on the plane of both sets' first two principal components.
 *
 * @param source [n, d]
 * @param target [m, d]
 * @param pushed what the map makes of the source, or of the target where the direction is inverse
 * @param note what the picture says above it; may be empty
 */
record MapPlot(Points source, Points target, Points pushed, Direction direction, String note) {

    static final Colour FROM = Colour.of(0x1A254B).withAlpha(.5);
    static final Colour TO = Colour.of(0xA7BED3).withAlpha(.5);
    static final Colour PUSHED = Colour.of(0xF2545B).withAlpha(.5);
    static final Colour ARROW = new Colour(0x8080FF, .3);

    private static final double ROOM = .05;
    private static final double ARROW_WIDTH = 1.6;
    private static final double LARGEST_DOT = 3.5;
    private static final double SMALLEST_DOT = 1.2;
    private static final double DOT_AREA = 4_000;

    /** The moved set. */
    Points base() {
        return direction == Direction.FORWARD ? source : target;
    }

    Colour sourceColour() {
        return direction == Direction.FORWARD ? FROM : TO;
    }

    Colour targetColour() {
        return direction == Direction.FORWARD ? TO : FROM;
    }

    String pushedName() {
        return direction == Direction.FORWARD ? "∇f(source)" : "∇g(target)";
    }

    void draw(Canvas canvas, Size size) {
        if (source.dimension() == 1) {
            MapGraph.draw(this, canvas, size);
            return;
        }
        Plane plane = Plane.of(together(source, target));
        double[][] from = plane.project(source);
        double[][] to = plane.project(target);
        double[][] moved = plane.project(pushed);
        Labels labels = Labels.of(note, plane.uName(), plane.vName())
                .withDots("source", sourceColour())
                .withDots("target", targetColour())
                .withDots(pushedName(), PUSHED);
        Frame frame =
                Frame.withEqualUnits(size, labels, range(from[0], to[0], moved[0]), range(from[1], to[1], moved[1]));
        // Below the points: many arrows would hide them.
        arrows(canvas, frame, direction == Direction.FORWARD ? from : to, moved);
        dots(canvas, frame, "source", from, sourceColour());
        dots(canvas, frame, "target", to, targetColour());
        dots(canvas, frame, "pushed", moved, PUSHED);
        frame.drawAxes(canvas);
    }

    private static void dots(Canvas canvas, Frame frame, String name, double[][] points, Colour colour) {
        double[] x = DoubleStream.of(points[0]).map(frame::x).toArray();
        double[] y = DoubleStream.of(points[1]).map(frame::y).toArray();
        // Smaller the more there are, so that they cover about the same part of the picture.
        double radius = Math.clamp(Math.sqrt(DOT_AREA / x.length), SMALLEST_DOT, LARGEST_DOT);
        canvas.dots(name, x, y, radius, colour);
    }

    private static void arrows(Canvas canvas, Frame frame, double[][] from, double[][] to) {
        List<Polyline> arrows = new ArrayList<>();
        for (int i = 0; i < from[0].length; i++) {
            arrows.add(Arrow.between(
                    frame.x(from[0][i]), frame.y(from[1][i]), frame.x(to[0][i]), frame.y(to[1][i]), ARROW_WIDTH));
        }
        canvas.areas("arrows", arrows, ARROW);
    }

    static LinearScale range(double[]... values) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double[] some : values) {
            for (double value : some) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        return LinearScale.around(least, greatest, ROOM);
    }

    private static Points together(Points a, Points b) {
        float[] values = new float[a.values().length + b.values().length];
        System.arraycopy(a.values(), 0, values, 0, a.values().length);
        System.arraycopy(b.values(), 0, values, a.values().length, b.values().length);
        return Points.of(values, a.rows() + b.rows(), a.dimension());
    }
}
