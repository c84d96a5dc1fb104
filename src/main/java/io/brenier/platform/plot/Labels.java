package io.brenier.platform.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * What is written around a frame; empty text is left away.
 *
 * @param right pixels kept free on the right, for a colour bar
 */
public record Labels(String title, String x, String y, double right, Legend legend) {

    public static Labels of(String title, String x, String y) {
        return new Labels(title, x, y, 0, new Legend(List.of()));
    }

    public Labels withRoomOnTheRight(double pixels) {
        return new Labels(title, x, y, pixels, legend);
    }

    /** Names the colour of dots. */
    public Labels withDots(String label, Colour colour) {
        return with(new Legend.Entry(label, Legend.Mark.DOT, colour));
    }

    /** Names the colour of a line. */
    public Labels withLine(String label, Colour colour) {
        return with(new Legend.Entry(label, Legend.Mark.LINE, colour));
    }

    private Labels with(Legend.Entry entry) {
        List<Legend.Entry> entries = new ArrayList<>(legend.entries());
        entries.add(entry);
        return new Labels(title, x, y, right, new Legend(List.copyOf(entries)));
    }
}
