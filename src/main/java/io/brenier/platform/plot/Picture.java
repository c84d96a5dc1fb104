package io.brenier.platform.plot;

import java.util.function.Consumer;

/**
 * A picture that is still to be drawn. The same picture gives the same bytes, on every machine.
 *
 * @param title what it shows, for those who do not see it
 */
public record Picture(String title, Size size, Consumer<Canvas> drawing) {

    /** As an SVG document. */
    public byte[] svg() {
        SvgCanvas canvas = new SvgCanvas(title, size);
        drawing.accept(canvas);
        return canvas.toBytes();
    }

    /** As a PNG. */
    public byte[] png() {
        RasterCanvas canvas = new RasterCanvas(size);
        drawing.accept(canvas);
        return canvas.toPng();
    }
}
