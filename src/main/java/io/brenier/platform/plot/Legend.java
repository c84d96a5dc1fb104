package io.brenier.platform.plot;

import java.util.ArrayList;
import java.util.List;

/** What the colours mean: in rows below the picture's frame, each in the middle. */
public record Legend(List<Entry> entries) {

    private static final double SIZE = 12;
    private static final double ROW = 20;
    private static final double SWATCH = 18;
    private static final double GAP = 6;
    private static final double BETWEEN = 22;
    private static final double DOT = 4;
    private static final double LINE = 2;

    /** What an entry's colour looks like in the picture. */
    public enum Mark {
        DOT,
        LINE
    }

    public record Entry(String label, Mark mark, Colour colour) {

        double width() {
            return SWATCH + GAP + Glyphs.width(label, SIZE);
        }
    }

    double height(double width) {
        return rows(width).size() * ROW;
    }

    void draw(Canvas canvas, double left, double top, double width) {
        double y = top + ROW / 2;
        for (List<Entry> row : rows(width)) {
            double x = left + (width - length(row)) / 2;
            for (Entry entry : row) {
                swatch(canvas, entry, x, y);
                canvas.text(Text.level(entry.label(), x + SWATCH + GAP, y + SIZE * .36, SIZE, Text.Anchor.START));
                x += entry.width() + BETWEEN;
            }
            y += ROW;
        }
    }

    private static void swatch(Canvas canvas, Entry entry, double x, double y) {
        switch (entry.mark()) {
            case DOT -> canvas.dots("legend", new double[] {x + SWATCH / 2}, new double[] {y}, DOT, entry.colour());
            case LINE -> canvas.lines("legend", List.of(Polyline.segment(x, y, x + SWATCH, y)), LINE, entry.colour());
        }
    }

    private List<List<Entry>> rows(double width) {
        List<List<Entry>> rows = new ArrayList<>();
        List<Entry> row = new ArrayList<>();
        for (Entry entry : entries) {
            row.add(entry);
            if (length(row) > width && row.size() > 1) {
                row.removeLast();
                rows.add(row);
                row = new ArrayList<>(List.of(entry));
            }
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    private static double length(List<Entry> row) {
        return row.stream().mapToDouble(Entry::width).sum() + BETWEEN * (row.size() - 1);
    }
}
