package io.brenier.transport.tensor.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FloatPoolTest {

    private final FloatPool pool = new FloatPool();

    @Test
    void arraysAreAtLeastAsLongAsAsked() {
        for (int length : new int[] {0, 1, 2, 3, 1023, 1024, 1025}) {
            assertThat(pool.take(length).length)
                    .isGreaterThanOrEqualTo(length)
                    .isLessThanOrEqualTo(Math.max(1, 2 * length));
        }
    }

    @Test
    void whatWasGivenBackIsTakenAgain() {
        float[] array = pool.take(100);
        pool.give(array);
        assertThat(pool.take(90)).isSameAs(array);
        assertThat(pool.take(90)).isNotSameAs(array);
    }

    @Test
    void batchesOfEverOtherSizesDoNotPileUp() {
        Set<float[]> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int rows = 1024; rows > 0; rows--) {
            float[] array = pool.take(128 * rows);
            seen.add(array);
            pool.give(array);
        }
        assertThat(seen.stream().mapToLong(array -> array.length).sum()).isLessThan(4L * 128 * 1024);
    }
}
