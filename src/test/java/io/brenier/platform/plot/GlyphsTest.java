package io.brenier.platform.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GlyphsTest {

    @Test
    void hasEveryCharacterThatPicturesUse() {
        for (int point = ' '; point <= '~'; point++) {
            assertThat(Glyphs.has(point)).as(Character.toString(point)).isTrue();
        }
        "∇½²−×…"
                .codePoints()
                .forEach(point -> assertThat(Glyphs.has(point))
                        .as(Character.toString(point))
                        .isTrue());
    }

    @Test
    void lettersAreAsHighAsTheirSizeSays() {
        assertThat(Glyphs.outline("H", 100).getBounds2D().getHeight()).isCloseTo(73, within(1.));
        assertThat(Glyphs.outline("H", 100).getBounds2D().getMaxY()).isCloseTo(0, within(1e-9));
    }

    @Test
    void textIsAsWideAsItsCharacters() {
        assertThat(Glyphs.width("ab", 12)).isCloseTo(Glyphs.width("a", 12) + Glyphs.width("b", 12), within(1e-12));
        assertThat(Glyphs.outline("step", 12).getBounds2D().getMaxX()).isLessThan(Glyphs.width("step", 12));
    }

    @Test
    void otherCharactersAreBoxes() {
        assertThat(Glyphs.has('漢')).isFalse();
        assertThat(Glyphs.outline("漢", 12).getBounds2D().isEmpty()).isFalse();
        assertThat(Glyphs.width("漢", 12)).isPositive();
    }
}
