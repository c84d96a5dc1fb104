package io.brenier.bench.chaos;

import java.time.Duration;

/** Waits for what must come. */
final class Waiting {

    private Waiting() {}

    /** A look that may be taken again and again. */
    @FunctionalInterface
    interface Look {
        boolean isSo() throws InterruptedException;
    }

    /** @throws IllegalStateException if it does not come in time */
    static void until(Duration patience, String what, Look look) throws InterruptedException {
        if (!within(patience, look)) {
            throw new IllegalStateException("after %d s it is not so that %s".formatted(patience.toSeconds(), what));
        }
    }

    static boolean within(Duration patience, Look look) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!look.isSo()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        return true;
    }
}
