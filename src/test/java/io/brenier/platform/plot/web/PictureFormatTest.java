package io.brenier.platform.plot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    -                                                               | SVG
                    ''                                                              | SVG
                    */*                                                             | SVG
                    image/*                                                         | SVG
                    image/png                                                       | PNG
                    image/svg+xml                                                   | SVG
                    image/png, image/svg+xml;q=0.9                                  | PNG
                    image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8     | SVG
                    image/avif,image/webp,image/apng,image/*,*/*;q=0.8              | SVG
                    text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | SVG
                    image/*, image/svg+xml;q=0.1                                    | PNG
                    image/*, image/svg+xml;q=0                                      | PNG
                    """)
    void takesWhatTheClientPrefers(String accept, PictureFormat expected) {
        assertThat(PictureFormat.of(null, accept)).isEqualTo(expected);
    }

    @Test
    void theQueryComesBeforeTheHeader() {
        assertThat(PictureFormat.of("png", "text/html")).isEqualTo(PictureFormat.PNG);
        assertThat(PictureFormat.of("svg", "image/png")).isEqualTo(PictureFormat.SVG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jpeg", "application/json", "image/png;q=0", "no media type"})
    void refusesClientsThatTakeNeither(String accept) {
        assertThatThrownBy(() -> PictureFormat.of(null, accept))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_ACCEPTABLE));
    }

    @Test
    void saysWhichFormatsThereAre() {
        assertThatThrownBy(() -> PictureFormat.of("jpeg", null))
                .hasMessage("format is 'jpeg'; allowed are svg and png");
    }
}
