package io.brenier.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.platform.plot.LinearScale;
import io.brenier.platform.plot.Picture;
import io.brenier.platform.plot.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PotentialPlotTest {

    private static final Size SIZE = new Size(400, 400);

    @Test
    void quantilesAreLinearBetweenValues() {
        assertThat(PotentialPlot.quantile(new double[] {4, 1, 3, 2}, .5)).isEqualTo(2.5);
        assertThat(PotentialPlot.quantile(new double[] {10, 0}, .05)).isCloseTo(.5, within(1e-12));
        assertThat(PotentialPlot.quantile(new double[] {7}, .95)).isEqualTo(7);
    }

    @Test
    void isDarkerWhereThePotentialIsGreater() throws Exception {
        double[] bowl = new double[2500];
        Arrays.setAll(bowl, node -> Math.pow(node % 50 - 24.5, 2) + Math.pow(node / 50 - 24.5, 2));
        Picture picture = picture(bowl);
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(picture.png()));
        String svg = new String(picture.svg(), StandardCharsets.UTF_8);

        assertThat(red(png, 180, 200)).isGreaterThan(red(png, 100, 200)).isGreaterThan(220);
        assertThat(red(png, 100, 200)).isGreaterThan(red(png, 70, 60));
        assertThat(svg).contains(">f</text>").contains(">x1</text>");
        assertThat(svg.split("class=\"contour\"", -1)).hasSizeBetween(6, 16);
        assertThat(svg.split("class=\"bar\"", -1)).hasSameSizeAs(svg.split("class=\"contour\"", -1));
    }

    @Test
    void aConstantPotentialIsOneColour() {
        String svg = new String(picture(new double[2500]).svg(), StandardCharsets.UTF_8);

        assertThat(svg.split("class=\"contour\"", -1)).hasSize(2);
    }

    @Test
    void bluesGoFromLightToDark() {
        assertThat(Blues.at(0).hex()).isEqualTo("#F7FBFF");
        assertThat(Blues.at(.5).hex()).isEqualTo("#6BAED6");
        assertThat(Blues.at(1).hex()).isEqualTo("#08306B");
        assertThat(Blues.at(.0625).hex()).isEqualTo("#EBF3FB");
    }

    private static Picture picture(double[] values) {
        PotentialPlot plot =
                new PotentialPlot("f", List.of("x1", "x2"), new LinearScale(-6, 6), new LinearScale(-6, 6), 50, values);
        return new Picture("f", SIZE, canvas -> plot.draw(canvas, SIZE));
    }

    private static int red(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) >> 16 & 0xFF;
    }
}
