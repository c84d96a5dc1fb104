package io.brenier.platform.plot;

import java.util.List;

/**
 * What pictures are drawn on, in pixels from the upper left corner. Whatever is drawn later lies above. Names are the classes of SVG elements, for
 * style sheets and tests.
 */
public interface Canvas {

    /** One area within closed lines, by the even-odd rule. */
    void area(String name, List<Polyline> rings, Colour colour);

    /** Areas each on its own: where they overlap, transparent colours add up. */
    void areas(String name, List<Polyline> polygons, Colour colour);

    /** Open lines. */
    void lines(String name, List<Polyline> lines, double width, Colour colour);

    /** Discs of one radius. */
    void dots(String name, double[] x, double[] y, double radius, Colour colour);

    /** Text in {@link Colour#INK}. */
    void text(Text text);
}
