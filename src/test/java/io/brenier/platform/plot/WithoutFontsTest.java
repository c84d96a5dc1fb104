package io.brenier.platform.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Containers have no fonts, and Java's text fails there: drawing a PNG with text must not even load what looks for them. */
class WithoutFontsTest {

    @Test
    void drawsTextWithoutLookingForFonts() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Xlog:class+load:stdout",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Drawing.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).as(said).isZero();
        assertThat(said)
                .contains("io.brenier.platform.plot.RasterCanvas")
                .doesNotContain("sun.font.FontManagerFactory", "sun.font.SunFontManager", "sun.awt.FontConfiguration");
    }

    /** Draws a picture with text. */
    static final class Drawing {

        private static final int LEAST_BYTES = 500;

        private Drawing() {}

        public static void main(String[] arguments) {
            Size size = new Size(300, 200);
            Series series = new Series("loss", new double[] {1, 2}, new double[] {3, 4}, LineChart.colour(0));
            byte[] png = new Picture(
                            "loss",
                            size,
                            canvas -> LineChart.draw(
                                    canvas, size, Labels.of("∇f", "step", "loss"), List.of(series), false))
                    .png();
            if (png.length < LEAST_BYTES) {
                throw new AssertionError("a picture of %d bytes shows nothing".formatted(png.length));
            }
        }
    }
}
