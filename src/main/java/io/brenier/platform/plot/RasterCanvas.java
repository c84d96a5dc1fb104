package io.brenier.platform.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Paints a bitmap. Its letters are outlines of its own ({@link Glyphs}): Java's fail where no font is installed, as in a container. */
final class RasterCanvas implements Canvas {

    private final BufferedImage image;
    private final Graphics2D graphics;

    RasterCanvas(Size size) {
        image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        use(Colour.WHITE);
        graphics.fillRect(0, 0, size.width(), size.height());
    }

    @Override
    public void area(String name, List<Polyline> rings, Colour colour) {
        use(colour);
        Path2D area = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        rings.forEach(ring -> append(area, ring, true));
        graphics.fill(area);
    }

    @Override
    public void areas(String name, List<Polyline> polygons, Colour colour) {
        use(colour);
        polygons.forEach(polygon -> graphics.fill(path(polygon, true)));
    }

    @Override
    public void lines(String name, List<Polyline> lines, double width, Colour colour) {
        use(colour);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        lines.forEach(line -> graphics.draw(path(line, false)));
    }

    @Override
    public void dots(String name, double[] x, double[] y, double radius, Colour colour) {
        use(colour);
        for (int i = 0; i < x.length; i++) {
            graphics.fill(new Ellipse2D.Double(x[i] - radius, y[i] - radius, 2 * radius, 2 * radius));
        }
    }

    @Override
    public void text(Text text) {
        use(Colour.INK);
        AffineTransform place = AffineTransform.getTranslateInstance(text.x(), text.y());
        if (text.upwards()) {
            place.rotate(-Math.PI / 2);
        }
        place.translate(-text.anchor().part() * Glyphs.width(text.content(), text.size()), 0);
        graphics.fill(place.createTransformedShape(Glyphs.outline(text.content(), text.size())));
    }

    byte[] toPng() {
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        // Not ImageIO's own stream for an OutputStream, which goes through a temporary file.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("this Java has no writer of PNG");
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return png.toByteArray();
    }

    private void use(Colour colour) {
        int alpha = (int) Math.round(colour.alpha() * 255);
        graphics.setColor(new Color(colour.rgb() | alpha << 24, true));
    }

    private static Path2D path(Polyline line, boolean closed) {
        Path2D path = new Path2D.Double();
        append(path, line, closed);
        return path;
    }

    private static void append(Path2D path, Polyline line, boolean closed) {
        for (int i = 0; i < line.x().length; i++) {
            if (i == 0) {
                path.moveTo(line.x()[i], line.y()[i]);
            } else {
                path.lineTo(line.x()[i], line.y()[i]);
            }
        }
        if (closed && line.x().length > 0) {
            path.closePath();
        }
    }
}
