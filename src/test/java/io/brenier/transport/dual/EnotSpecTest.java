package io.brenier.transport.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.brenier.transport.network.InvalidSpecException;
import org.junit.jupiter.api.Test;

class EnotSpecTest {

    private static final EnotSpec USUAL = EnotSpec.defaults(16, 100_000);

    @Test
    void searchesForFarValleysUnlessToldOtherwise() {
        assertThat(USUAL.valleySearchEvery()).isEqualTo(EnotSpec.VALLEY_SEARCH_EVERY);
        assertThat(USUAL.withValleySearchEvery(0).valleySearchEvery()).isZero();
    }

    @Test
    void namesTheMemberThatIsImpossible() {
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() -> USUAL.withValleySearchEvery(-1))
                .satisfies(e -> assertThat(e.member()).isEqualTo("valleySearchEvery"))
                .withMessageContaining("-1");
    }
}
