package io.brenier.transport.dual.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which pair is kept: the dual starts at 3 in all tests. */
class DualStateTest {

    private static final PairParameters OLD = pair(1);
    private static final PairParameters NEW = pair(2);
    private static final PairParameters AVERAGED = pair(3);

    @Test
    void ofFewSamplesOnlyALesserDualCounts() {
        DualState state = state(false);
        state.offer(OLD, 2);
        state.offer(NEW, 2);
        assertThat(state.best().parameters()).isSameAs(OLD);
        state.offer(NEW, 1.99);
        assertThat(state.best().parameters()).isSameAs(NEW);
    }

    @Test
    void ofManySamplesTheNewestCountsWhileItsDualIsNearTheLeast() {
        DualState state = state(true);
        state.offer(OLD, 2);
        state.offer(NEW, 2.05);
        assertThat(state.best().parameters()).isSameAs(NEW);
        assertThat(state.leastDual()).isEqualTo(2);
        state.offer(OLD, 2.11);
        assertThat(state.best().parameters()).isSameAs(NEW);
    }

    @Test
    void aDualThatCreepsUpIsMeasuredAgainstTheLeastOfAll() {
        DualState state = state(true);
        state.offer(OLD, 2);
        state.offer(OLD, 2.09);
        state.offer(NEW, 2.15);
        assertThat(state.best().parameters()).isSameAs(OLD);
    }

    @Test
    void whatIsWorseThanTheStartIsNeverKept() {
        DualState state = state(true);
        state.offer(OLD, 3.01);
        assertThat(state.best().parameters().isStart()).isTrue();
    }

    @Test
    void aNanNeitherCountsNorHidesWhatComesAfter() {
        DualState state = state(true);
        state.offer(OLD, 2);
        state.offer(NEW, Double.NaN);
        assertThat(state.best().parameters()).isSameAs(OLD);
        assertThat(state.prefersAverage(1.9, Double.NaN)).isTrue();
        state.offerLast(NEW, Double.NaN, true);
        assertThat(state.best().parameters()).isSameAs(OLD);
    }

    @Test
    void atTheEndTheAverageWinsUnlessTheWeightsThemselvesAreClearlyBetter() {
        DualState state = state(true);
        state.offer(OLD, 2);

        assertThat(state.prefersAverage(2.004, 2)).isTrue();
        assertThat(state.prefersAverage(2.05, 2)).isFalse();
        assertThat(state.prefersAverage(Double.NaN, 2)).isFalse();
    }

    @Test
    void theLastPairIsKeptUnlessItIsWorseBeyondTheDraw() {
        DualState state = state(false);
        state.offer(OLD, 2);
        state.offerLast(NEW, 2.015, true);
        assertThat(state.best().parameters()).isSameAs(OLD);
        state.offerLast(NEW, 2.015, false);
        assertThat(state.best().parameters()).isSameAs(NEW);
        assertThat(state.best().dual()).isEqualTo(2.015);
    }

    @Test
    void aLastPairOfAClearlyHigherDualIsNotKeptWhateverTheDraw() {
        DualState state = state(false);
        state.offer(OLD, 2);
        state.offerLast(NEW, 2.05, false);
        assertThat(state.best().parameters()).isSameAs(OLD);
    }

    @Test
    void aLastPairThatIsWorseThanTheStartIsNotKept() {
        DualState state = state(false);
        state.offerLast(NEW, 3.1, false);
        assertThat(state.best().parameters().isStart()).isTrue();
    }

    private static DualState state(boolean manySamples) {
        return DualState.begin(3, manySamples, 0);
    }

    private static PairParameters pair(float number) {
        return new PairParameters(new float[] {number}, new float[] {number});
    }
}
