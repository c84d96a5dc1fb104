package io.brenier.platform.plot;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringTokenizer;

/** The outlines of the characters that pictures use; any other is shown as a box. No font of the machine is asked for. */
final class Glyphs {

    private static final double EM = 2048;
    private static final Glyph BOX = new Glyph(1229, new Path2D.Double(new Rectangle2D.Double(150, 0, 929, 1493)));
    private static final Map<Integer, Glyph> GLYPHS = read();

    private Glyphs() {}

    /** The shapes of a line of text that begins at the origin, y downwards. */
    static Path2D outline(String text, double size) {
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double scale = size / EM;
        double[] x = {0};
        text.codePoints().forEach(point -> {
            Glyph glyph = glyph(point);
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x[0], 0);
            outline.append(glyph.outline().getPathIterator(place), false);
            x[0] += glyph.advance() * scale;
        });
        return outline;
    }

    /** How wide a line of text is, in pixels. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(point -> glyph(point).advance()).sum() * size / EM;
    }

    static boolean has(int codePoint) {
        return GLYPHS.containsKey(codePoint);
    }

    private static Glyph glyph(int codePoint) {
        return GLYPHS.getOrDefault(codePoint, BOX);
    }

    private static Map<Integer, Glyph> read() {
        Map<Integer, Glyph> glyphs = new HashMap<>();
        try (InputStream file = Objects.requireNonNull(Glyphs.class.getResourceAsStream("glyphs.txt"), "glyphs.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                StringTokenizer tokens = new StringTokenizer(line);
                int codePoint = Integer.parseInt(tokens.nextToken(), 16);
                int advance = Integer.parseInt(tokens.nextToken());
                glyphs.put(codePoint, new Glyph(advance, path(tokens)));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(glyphs);
    }

    private static Path2D path(StringTokenizer tokens) {
        Path2D path = new Path2D.Double();
        while (tokens.hasMoreTokens()) {
            String step = tokens.nextToken();
            switch (step.charAt(0)) {
                case 'M' -> path.moveTo(number(step.substring(1)), number(tokens.nextToken()));
                case 'L' -> path.lineTo(number(step.substring(1)), number(tokens.nextToken()));
                case 'Q' ->
                    path.quadTo(
                            number(step.substring(1)),
                            number(tokens.nextToken()),
                            number(tokens.nextToken()),
                            number(tokens.nextToken()));
                case 'Z' -> path.closePath();
                default -> throw new IllegalStateException("glyphs.txt has a path with '" + step + "'");
            }
        }
        return path;
    }

    private static double number(String token) {
        return Integer.parseInt(token);
    }

    /** One character; nobody changes its path. */
    private record Glyph(int advance, Path2D outline) {}
}
