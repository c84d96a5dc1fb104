package io.brenier.platform.plot;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Writes SVG 1.1: text stays text, and every series is a group of its own. */
final class SvgCanvas implements Canvas {

    private static final double DECIMALS = 100;

    private final StringBuilder svg = new StringBuilder();

    SvgCanvas(String title, Size size) {
        svg.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" \
                font-family="DejaVu Sans,Verdana,Arial,sans-serif">
                <title>%3$s</title>
                <rect width="%1$d" height="%2$d" fill="%4$s"/>
                """.formatted(size.width(), size.height(), escaped(title), Colour.WHITE.hex()));
    }

    @Override
    public void area(String name, List<Polyline> rings, Colour colour) {
        svg.append("<path class=\"").append(name).append('"');
        paint("fill", colour);
        svg.append(" fill-rule=\"evenodd\" d=\"");
        rings.forEach(ring -> path(ring, true));
        svg.append("\"/>\n");
    }

    @Override
    public void areas(String name, List<Polyline> polygons, Colour colour) {
        begin(name, "fill", colour);
        svg.append(">\n");
        for (Polyline polygon : polygons) {
            svg.append("<path d=\"");
            path(polygon, true);
            svg.append("\"/>\n");
        }
        end();
    }

    @Override
    public void lines(String name, List<Polyline> lines, double width, Colour colour) {
        begin(name, "stroke", colour);
        svg.append(" fill=\"none\" stroke-linejoin=\"round\" stroke-width=\"")
                .append(number(width))
                .append("\">\n");
        for (Polyline line : lines) {
            svg.append("<path d=\"");
            path(line, false);
            svg.append("\"/>\n");
        }
        end();
    }

    @Override
    public void dots(String name, double[] x, double[] y, double radius, Colour colour) {
        begin(name, "fill", colour);
        svg.append(">\n");
        for (int i = 0; i < x.length; i++) {
            svg.append("<circle cx=\"")
                    .append(number(x[i]))
                    .append("\" cy=\"")
                    .append(number(y[i]))
                    .append("\" r=\"")
                    .append(number(radius))
                    .append("\"/>\n");
        }
        end();
    }

    @Override
    public void text(Text text) {
        svg.append("<text x=\"")
                .append(number(text.x()))
                .append("\" y=\"")
                .append(number(text.y()))
                .append("\" font-size=\"")
                .append(number(text.size()))
                .append("\" text-anchor=\"")
                .append(text.anchor().name().toLowerCase(Locale.ROOT))
                .append('"');
        if (text.upwards()) {
            svg.append(" transform=\"rotate(-90 ")
                    .append(number(text.x()))
                    .append(' ')
                    .append(number(text.y()))
                    .append(")\"");
        }
        paint("fill", Colour.INK);
        svg.append('>').append(escaped(text.content())).append("</text>\n");
    }

    byte[] toBytes() {
        return (svg + "</svg>\n").getBytes(StandardCharsets.UTF_8);
    }

    private void begin(String name, String painted, Colour colour) {
        svg.append("<g class=\"").append(name).append('"');
        paint(painted, colour);
    }

    private void end() {
        svg.append("</g>\n");
    }

    private void paint(String painted, Colour colour) {
        svg.append(' ').append(painted).append("=\"").append(colour.hex()).append('"');
        if (colour.alpha() < 1) {
            svg.append(' ')
                    .append(painted)
                    .append("-opacity=\"")
                    .append(number(colour.alpha()))
                    .append('"');
        }
    }

    private void path(Polyline line, boolean closed) {
        for (int i = 0; i < line.x().length; i++) {
            svg.append(i == 0 ? 'M' : 'L')
                    .append(number(line.x()[i]))
                    .append(' ')
                    .append(number(line.y()[i]));
        }
        if (closed) {
            svg.append('Z');
        }
    }

    /** At most two decimals: a hundredth of a pixel is more than anybody sees. */
    private static String number(double value) {
        double rounded = Math.round(value * DECIMALS) / DECIMALS;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    /** Text as XML 1.0 takes it; characters that XML has no way to hold become a question mark. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(isXml(point) ? point : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int point) {
        return point >= 0x20 && point <= 0xD7FF || point >= 0xE000 && point <= 0xFFFD || point >= 0x10000;
    }
}
