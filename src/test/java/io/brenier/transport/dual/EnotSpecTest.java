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
        assertThat(searching(0).valleySearchEvery()).isZero();
    }

    @Test
    void namesTheMemberThatIsImpossible() {
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() -> searching(-1))
                .satisfies(e -> assertThat(e.member()).isEqualTo("valleySearchEvery"))
                .withMessageContaining("-1");
    }

    private static EnotSpec searching(int every) {
        return new EnotSpec(
                USUAL.potential(),
                USUAL.conjugate(),
                USUAL.expectile(),
                USUAL.regularization(),
                USUAL.amortizationWeight(),
                USUAL.derivative(),
                every,
                USUAL.optimizer(),
                USUAL.loop());
    }
}
