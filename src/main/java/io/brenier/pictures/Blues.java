package io.brenier.pictures;

import io.brenier.platform.plot.Colour;

/** ColorBrewer's sequence of blues from light to dark, linear between its nine colours, as matplotlib has it. */
final class Blues {

    private static final int[] COLOURS = {
        0xF7FBFF, 0xDEEBF7, 0xC6DBEF, 0x9ECAE1, 0x6BAED6, 0x4292C6, 0x2171B5, 0x08519C, 0x08306B
    };

    private Blues() {}

    /** @param part 0 lightest to 1 darkest */
    static Colour at(double part) {
        double at = Math.clamp(part, 0., 1.) * (COLOURS.length - 1);
        int below = (int) Math.min(at, COLOURS.length - 2.);
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = COLOURS[below] >> shift & 0xFF;
            int to = COLOURS[below + 1] >> shift & 0xFF;
            rgb |= (int) Math.round(from + (at - below) * (to - from)) << shift;
        }
        return Colour.of(rgb);
    }
}
