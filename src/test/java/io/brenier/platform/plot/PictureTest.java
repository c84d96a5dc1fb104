package io.brenier.platform.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PictureTest {

    private static final Colour RED = Colour.of(0xF2545B);
    private static final Size SIZE = new Size(200, 100);

    @Test
    void anSvgIsWellFormedWhateverItsTextSays() throws Exception {
        Document svg = parse(picture(
                        "<&>\"'\u0000\ud800 ∇f",
                        canvas -> canvas.text(Text.level("a<b>&c\u0007", 1, 2, 12, Text.Anchor.START)))
                .svg());

        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("<&>\"'?? ∇f");
        assertThat(svg.getElementsByTagName("text").item(0).getTextContent()).isEqualTo("a<b>&c?");
    }

    @Test
    void numbersHaveNoMoreDecimalsThanTwo() {
        String svg = new String(
                picture(
                                "lines",
                                canvas -> canvas.lines(
                                        "some", List.of(Polyline.segment(1 / 3., 2, 100 / 7., -.001)), 1.5, RED))
                        .svg(),
                StandardCharsets.UTF_8);

        assertThat(svg).contains("d=\"M0.33 2L14.29 0\"").contains("stroke=\"#F2545B\"");
    }

    @Test
    void bothFormatsShowTheSameThingAtTheSamePlace() throws Exception {
        Picture picture = picture("discs", canvas -> {
            canvas.dots("discs", new double[] {50, 150}, new double[] {50, 50}, 20, RED);
            canvas.area("hole", List.of(new Box(90, 40, 110, 60).outline(), new Box(95, 45, 105, 55).outline()), RED);
        });
        BufferedImage png = png(picture);
        Document svg = parse(picture.svg());

        assertThat(png.getWidth()).isEqualTo(200);
        assertThat(png.getHeight()).isEqualTo(100);
        assertThat(rgb(png, 50, 50)).isEqualTo(0xF2545B);
        assertThat(rgb(png, 150, 65)).isEqualTo(0xF2545B);
        assertThat(rgb(png, 92, 50)).isEqualTo(0xF2545B);
        assertThat(rgb(png, 100, 50)).isEqualTo(0xFFFFFF);
        assertThat(rgb(png, 50, 80)).isEqualTo(0xFFFFFF);
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(2);
        assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 200 100");
    }

    @Test
    void transparentColoursShowWhatLiesBelow() throws Exception {
        BufferedImage png = png(picture(
                "half", canvas -> canvas.area("half", List.of(new Box(0, 0, 200, 100).outline()), RED.withAlpha(.5))));

        assertThat(rgb(png, 100, 50)).isBetween(0xF8A8AB, 0xF9ABAE);
    }

    @Test
    void textIsInkedWhereItsAnchorSays() throws Exception {
        BufferedImage png = png(picture("text", canvas -> {
            canvas.text(Text.level("HHHH", 100, 60, 20, Text.Anchor.END));
            canvas.text(new Text("HHHH", 180, 50, 20, Text.Anchor.MIDDLE, true));
        }));

        assertThat(ink(png, 40, 40, 100, 61)).isGreaterThan(200);
        assertThat(ink(png, 101, 0, 160, 100)).isZero();
        assertThat(ink(png, 164, 15, 181, 85)).isGreaterThan(200);
    }

    @Test
    void theSamePictureHasTheSameBytes() {
        Picture picture = picture("series", PictureTest::chart);

        assertThat(picture.svg()).isEqualTo(picture.svg());
        assertThat(picture.png()).isEqualTo(picture.png());
    }

    @Test
    void aChartOfSeveralSeriesNamesThemAndOfOneDoesNot() throws Exception {
        Document several = parse(picture("series", PictureTest::chart).svg());

        assertThat(several.getDocumentElement().getTextContent()).contains("loss", "validation");
        assertThat(several.getElementsByTagName("path").getLength()).isGreaterThan(10);
    }

    private static void chart(Canvas canvas) {
        double[] steps = {1, 2, 3};
        LineChart.draw(
                canvas,
                SIZE,
                Labels.of("", "step", ""),
                List.of(
                        new Series("loss", steps, new double[] {3, .2, .1}, LineChart.colour(0)),
                        new Series("validation", new double[] {2}, new double[] {1}, LineChart.colour(1))),
                true);
    }

    private static Picture picture(String title, Consumer<Canvas> drawing) {
        return new Picture(title, SIZE, drawing);
    }

    private static Document parse(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static BufferedImage png(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.png()));
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    private static int ink(BufferedImage image, int left, int top, int right, int bottom) {
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                count += rgb(image, x, y) == 0xFFFFFF ? 0 : 1;
            }
        }
        return count;
    }
}
