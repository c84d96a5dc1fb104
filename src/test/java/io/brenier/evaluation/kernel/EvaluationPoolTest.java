package io.brenier.evaluation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.evaluation.EvaluationProperties;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class EvaluationPoolTest {

    private static final int LARGE = 1_000;

    private final EvaluationPool pool = new EvaluationPool(
            new EvaluationProperties(DataSize.ofMegabytes(1), LARGE, DataSize.ofMegabytes(1), 100, 1));

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void resultsComeInTheOrderOfTheRows() {
        List<Integer> starts = pool.inBlocks(LARGE, 7, (from, to) -> from);

        assertThat(starts)
                .isEqualTo(IntStream.iterate(0, from -> from < LARGE, from -> from + 7)
                        .boxed()
                        .toList());
    }

    @Test
    void aSmallRequestWaitsOnlyForAFewBlocksOfALargeOne() throws Exception {
        AtomicInteger largeBlocks = new AtomicInteger();
        AtomicInteger seenBySmall = new AtomicInteger(-1);
        Thread small = Thread.ofPlatform()
                .unstarted(() -> pool.inBlocks(1, 1, (from, to) -> {
                    seenBySmall.set(largeBlocks.get());
                    return from;
                }));

        pool.inBlocks(LARGE, 1, (from, to) -> {
            if (from == 0) {
                small.start();
                awaitItsPlaceInTheQueue(small);
            }
            return largeBlocks.incrementAndGet();
        });
        small.join();

        assertThat(largeBlocks).hasValue(LARGE);
        assertThat(seenBySmall.get()).isBetween(0, 10);
    }

    /** A thread that has submitted its block waits for the result. */
    private static void awaitItsPlaceInTheQueue(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}
