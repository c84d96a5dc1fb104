package io.brenier.platform.plot;

import java.util.ArrayList;
import java.util.List;

/** The box that values are drawn in, with its axes, ticks, title and legend around it. */
public final class Frame {

    private static final double TICK_SIZE = 11;
    private static final double LABEL_SIZE = 12;
    private static final double TITLE_SIZE = 14;
    private static final double EDGE = 14;
    private static final double TICK = 4;
    private static final double GAP = 6;
    private static final double LINE = 1;
    private static final double X_ROOM = 70;
    private static final double Y_ROOM = 45;
    private static final double MOST_DISTORTION = 4;

    private final Size size;
    private final Labels labels;
    private final Box box;
    private final Scale x;
    private final Scale y;

    private Frame(Size size, Labels labels, Box box, Scale x, Scale y) {
        this.size = size;
        this.labels = labels;
        this.box = box;
        this.x = x;
        this.y = y;
    }

    /** A frame that fills the picture. */
    public static Frame of(Size size, Labels labels, Scale x, Scale y) {
        return new Frame(size, labels, box(size, labels, y), x, y);
    }

    /**
     * A frame in which a unit is as long on either axis: one range is widened. Where that would make one of them more than four times as long, each
     * keeps its own, so that nothing is squeezed into a line.
     */
    public static Frame withEqualUnits(Size size, Labels labels, LinearScale x, LinearScale y) {
        Box box = box(size, labels, y);
        double unit = Math.max(x.span() / box.width(), y.span() / box.height());
        double wider = unit * box.width();
        double taller = unit * box.height();
        boolean fits = wider <= MOST_DISTORTION * x.span() && taller <= MOST_DISTORTION * y.span();
        return fits ? of(size, labels, x.stretched(wider), y.stretched(taller)) : of(size, labels, x, y);
    }

    private static Box box(Size size, Labels labels, Scale y) {
        double top = labels.title().isEmpty() ? EDGE : EDGE + TITLE_SIZE + GAP;
        double below = TICK + GAP + TICK_SIZE + (labels.x().isEmpty() ? 0 : GAP + LABEL_SIZE) + EDGE;
        double legend = labels.legend().height(size.width() - 2 * EDGE);
        double bottom = Math.max(top + 1, size.height() - below - (legend == 0 ? 0 : GAP + legend));
        double widest = y.ticks(yTicks(bottom - top)).stream()
                .mapToDouble(tick -> Glyphs.width(tick.label(), TICK_SIZE))
                .max()
                .orElse(0);
        double left = EDGE + (labels.y().isEmpty() ? 0 : LABEL_SIZE + GAP) + widest + TICK + GAP;
        double right = Math.max(left + 1, size.width() - EDGE - labels.right());
        return new Box(left, top, right, bottom);
    }

    public Box box() {
        return box;
    }

    /** The pixel of a value of the horizontal axis. */
    public double x(double value) {
        return box.left() + x.part(value) * box.width();
    }

    /** The pixel of a value of the vertical axis, which grows upwards. */
    public double y(double value) {
        return box.bottom() - y.part(value) * box.height();
    }

    /** Lines through the labelled ticks of the vertical axis: below what is drawn, to read values by. */
    public void drawGrid(Canvas canvas) {
        canvas.lines(
                "grid",
                y.ticks(yTicks(box.height())).stream()
                        .filter(tick -> !tick.label().isEmpty())
                        .map(tick -> Polyline.segment(box.left(), y(tick.at()), box.right(), y(tick.at())))
                        .toList(),
                LINE,
                Colour.GRID);
    }

    /** Axes, ticks, title and legend: above what is drawn. */
    public void drawAxes(Canvas canvas) {
        List<Polyline> marks = new ArrayList<>();
        Polyline outline = box.outline();
        marks.add(new Polyline(
                new double[] {outline.x()[0], outline.x()[1], outline.x()[2], outline.x()[3], outline.x()[0]},
                new double[] {outline.y()[0], outline.y()[1], outline.y()[2], outline.y()[3], outline.y()[0]}));
        for (Tick tick : x.ticks((int) Math.max(2, box.width() / X_ROOM))) {
            double at = x(tick.at());
            marks.add(Polyline.segment(at, box.bottom(), at, box.bottom() + length(tick)));
            text(canvas, tick.label(), at, box.bottom() + TICK + GAP + TICK_SIZE * .7, Text.Anchor.MIDDLE);
        }
        for (Tick tick : y.ticks(yTicks(box.height()))) {
            double at = y(tick.at());
            marks.add(Polyline.segment(box.left() - length(tick), at, box.left(), at));
            text(canvas, tick.label(), box.left() - TICK - GAP + 2, at + TICK_SIZE * .36, Text.Anchor.END);
        }
        canvas.lines("axes", marks, LINE, Colour.INK);
        drawLabels(canvas);
    }

    private void drawLabels(Canvas canvas) {
        double middle = (box.left() + box.right()) / 2;
        if (!labels.title().isEmpty()) {
            canvas.text(Text.level(labels.title(), middle, EDGE + TITLE_SIZE * .8, TITLE_SIZE, Text.Anchor.MIDDLE));
        }
        double ticksEnd = box.bottom() + TICK + GAP + TICK_SIZE;
        if (!labels.x().isEmpty()) {
            canvas.text(
                    Text.level(labels.x(), middle, ticksEnd + GAP + LABEL_SIZE * .7, LABEL_SIZE, Text.Anchor.MIDDLE));
        }
        if (!labels.y().isEmpty()) {
            double up = (box.top() + box.bottom()) / 2;
            canvas.text(new Text(labels.y(), EDGE + LABEL_SIZE * .7, up, LABEL_SIZE, Text.Anchor.MIDDLE, true));
        }
        double width = size.width() - 2 * EDGE;
        double legend = labels.legend().height(width);
        labels.legend().draw(canvas, EDGE, size.height() - EDGE / 2 - legend, width);
    }

    private static void text(Canvas canvas, String label, double x, double y, Text.Anchor anchor) {
        if (!label.isEmpty()) {
            canvas.text(Text.level(label, x, y, TICK_SIZE, anchor));
        }
    }

    private static double length(Tick tick) {
        return tick.label().isEmpty() ? TICK / 2 : TICK;
    }

    private static int yTicks(double height) {
        return (int) Math.max(2, height / Y_ROOM);
    }
}
