package io.brenier.platform.plot;

/**
 * A colour.
 *
 * @param rgb red, green and blue, 8 bits each
 * @param alpha 0 transparent to 1 opaque
 */
public record Colour(int rgb, double alpha) {

    public static final Colour WHITE = of(0xFFFFFF);
    public static final Colour INK = of(0x262626);
    public static final Colour GRID = of(0xE6E6E6);

    public Colour {
        if (rgb < 0 || rgb > 0xFFFFFF || !(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("no colour: rgb %x, alpha %s".formatted(rgb, alpha));
        }
    }

    public static Colour of(int rgb) {
        return new Colour(rgb, 1);
    }

    public Colour withAlpha(double other) {
        return new Colour(rgb, other);
    }

    /** As in CSS, without alpha: {@code #1A254B}. */
    public String hex() {
        return "#%06X".formatted(rgb);
    }
}
