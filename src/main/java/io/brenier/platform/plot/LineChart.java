package io.brenier.platform.plot;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Series over a common horizontal axis. A series of one value is a dot. */
public final class LineChart {

    private static final double WIDTH = 1.6;
    private static final double DOT = 3;
    private static final double ROOM = .05;
    private static final List<Colour> COLOURS = List.of(
            Colour.of(0x1A254B),
            Colour.of(0xF2545B),
            Colour.of(0x7A93BC),
            Colour.of(0x2A9D8F),
            Colour.of(0xE9A23B),
            Colour.of(0x7B5EA7),
            Colour.of(0x8A8D91),
            Colour.of(0x5B8C3A));

    /** As many series as there are colours to tell them apart by. */
    public static final int MOST_SERIES = COLOURS.size();

    private LineChart() {}

    /** The colour of the n-th series, from 0. */
    public static Colour colour(int n) {
        return COLOURS.get(n % COLOURS.size());
    }

    /**
     * Draws the chart.
     *
     * @param labels without the legend, which is made of the series where there are several
     * @param logarithmic whether the vertical axis is; all values must be positive then
     */
    public static void draw(Canvas canvas, Size size, Labels labels, List<Series> series, boolean logarithmic) {
        Scale x = LinearScale.around(least(series, s -> min(s.x())), greatest(series, s -> max(s.x())), .02);
        double low = least(series, s -> min(s.y()));
        double high = greatest(series, s -> max(s.y()));
        Scale y = logarithmic ? LogScale.around(low, high, ROOM) : LinearScale.around(low, high, ROOM);
        Labels named = labels;
        if (series.size() > 1) {
            for (Series each : series) {
                named = named.withLine(each.name(), each.colour());
            }
        }
        Frame frame = Frame.of(size, named, x, y);
        frame.drawGrid(canvas);
        for (Series each : series) {
            draw(canvas, frame, each.thinned((int) Math.ceil(frame.box().width())));
        }
        frame.drawAxes(canvas);
    }

    private static void draw(Canvas canvas, Frame frame, Series series) {
        double[] x = DoubleStream.of(series.x()).map(frame::x).toArray();
        double[] y = DoubleStream.of(series.y()).map(frame::y).toArray();
        if (x.length == 1) {
            canvas.dots("series", x, y, DOT, series.colour());
        } else {
            canvas.lines("series", List.of(new Polyline(x, y)), WIDTH, series.colour());
        }
    }

    private static double least(List<Series> series, ToDoubleFunction<Series> of) {
        return series.stream().mapToDouble(of).min().orElseThrow();
    }

    private static double greatest(List<Series> series, ToDoubleFunction<Series> of) {
        return series.stream().mapToDouble(of).max().orElseThrow();
    }

    private static double min(double[] values) {
        return DoubleStream.of(values).min().orElseThrow();
    }

    private static double max(double[] values) {
        return DoubleStream.of(values).max().orElseThrow();
    }
}
