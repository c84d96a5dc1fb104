package io.brenier.platform.plot;

/**
 * A line of text.
 *
 * @param x of its anchor
 * @param y of its baseline; where it is turned, its anchor
 * @param size of the letters, in pixels to the em
 * @param upwards whether it is read from below to above
 */
public record Text(String content, double x, double y, double size, Anchor anchor, boolean upwards) {

    /** What of the text stands at its x. */
    public enum Anchor {
        START(0),
        MIDDLE(.5),
        END(1);

        private final double part;

        Anchor(double part) {
            this.part = part;
        }

        /** How much of the text stands before the anchor. */
        double part() {
            return part;
        }
    }

    /** Text that is read from left to right. */
    public static Text level(String content, double x, double y, double size, Anchor anchor) {
        return new Text(content, x, y, size, anchor, false);
    }
}
