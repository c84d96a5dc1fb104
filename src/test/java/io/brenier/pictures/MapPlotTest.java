package io.brenier.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.platform.plot.Picture;
import io.brenier.platform.plot.Size;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.tensor.Points;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class MapPlotTest {

    private static final Size SIZE = new Size(500, 500);
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 16})
    void showsEveryPointInTheColourOfItsSet(int d) throws Exception {
        Document svg = svg(plot(d, Direction.FORWARD));

        assertThat(count(svg, "//*[@class='source' and @fill='#1A254B' and @fill-opacity='0.5']/*"))
                .isEqualTo(30);
        assertThat(count(svg, "//*[@class='target' and @fill='#A7BED3']/*")).isEqualTo(20);
        assertThat(count(svg, "//*[@class='pushed' and @fill='#F2545B']/*")).isEqualTo(30);
        assertThat(count(svg, "//*[@class='arrows' and @fill='#8080FF' and @fill-opacity='0.3']/*"))
                .isEqualTo(30);
        assertThat(svg.getDocumentElement().getTextContent()).contains("source", "target", "∇f(source)");
    }

    @Test
    void backwardsTheTargetMovesAndColoursAreSwapped() throws Exception {
        Document svg = svg(plot(2, Direction.INVERSE));

        assertThat(count(svg, "//*[@class='source' and @fill='#A7BED3']/*")).isEqualTo(30);
        assertThat(count(svg, "//*[@class='target' and @fill='#1A254B']/*")).isEqualTo(20);
        assertThat(count(svg, "//*[@class='pushed']/*")).isEqualTo(20);
        assertThat(svg.getDocumentElement().getTextContent()).contains("∇g(target)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FORWARD", "INVERSE"})
    void aMapOfTheLineIsItsGraph(Direction direction) throws Exception {
        Document svg = svg(plot(1, direction));
        int moved = direction == Direction.FORWARD ? 30 : 20;

        assertThat(count(svg, "//*[@class='pushed']/*")).isEqualTo(moved);
        assertThat(count(svg, "//*[@class='source']/*")).isEqualTo(30);
        assertThat(count(svg, "//*[@class='target']/*")).isEqualTo(20);
        assertThat(count(svg, "//*[@class='arrows']/*")).isEqualTo(moved);
    }

    @Test
    void nothingLiesOutsideOfThePicture() throws Exception {
        Document svg = svg(plot(3, Direction.FORWARD));

        assertThat(count(svg, "//*[@cx < 0 or @cx > 500 or @cy < 0 or @cy > 500]"))
                .isZero();
    }

    @Test
    void aSingleRepeatedPointIsShown() throws Exception {
        Points one = Points.zeros(3, 2);
        Document svg = svg(new MapPlot(one, one, one, Direction.FORWARD, ""));

        assertThat(count(svg, "//*[@class='pushed']/*")).isEqualTo(3);
    }

    @Test
    void thePngHasTheColours() throws IOException {
        BufferedImage png = ImageIO.read(
                new ByteArrayInputStream(picture(plot(2, Direction.FORWARD)).png()));
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < png.getHeight(); y++) {
            for (int x = 0; x < png.getWidth(); x++) {
                colours.add(png.getRGB(x, y) & 0xFFFFFF);
            }
        }

        assertThat(png.getWidth()).isEqualTo(500);
        assertThat(colours).anyMatch(colour -> near(colour, 0x8C92A5)).anyMatch(colour -> near(colour, 0xF8A9AD));
        assertThat(colours).anyMatch(colour -> near(colour, 0xD3DEE9)).anyMatch(colour -> near(colour, 0xD9D9FF));
    }

    private static MapPlot plot(int d, Direction direction) {
        Random random = new Random(3);
        Points source = gaussian(random, 30, d, 0);
        Points target = gaussian(random, 20, d, 4);
        Points pushed = gaussian(random, direction == Direction.FORWARD ? 30 : 20, d, 2);
        return new MapPlot(source, target, pushed, direction, "");
    }

    private static Points gaussian(Random random, int n, int d, double mean) {
        Points points = Points.zeros(n, d);
        for (int i = 0; i < points.values().length; i++) {
            points.values()[i] = (float) (mean + random.nextGaussian());
        }
        return points;
    }

    private static Picture picture(MapPlot plot) {
        return new Picture("map", SIZE, canvas -> plot.draw(canvas, SIZE));
    }

    private static Document svg(MapPlot plot) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture(plot).svg()));
    }

    private static int count(Document svg, String path) throws XPathExpressionException {
        return ((Number) XPATH.evaluate("count(" + path + ")", svg, XPathConstants.NUMBER)).intValue();
    }

    /** Half transparent on white, up to rounding. */
    private static boolean near(int colour, int expected) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((colour >> shift & 0xFF) - (expected >> shift & 0xFF)) > 2) {
                return false;
            }
        }
        return true;
    }
}
