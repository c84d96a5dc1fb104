package io.brenier.bench.chaos;

import java.util.Random;

/** What goes wrong. */
enum Fault {
    WORKER_KILLED(34),
    API_KILLED(14),
    WORKER_STOPPED(8),
    DATABASE_CRASHED(6),
    DATABASE_RESTARTED(6),
    DATABASE_STALLED(8),
    DATABASE_DROPPED(8),
    BLOBS_STALLED(8),
    BLOBS_DROPPED(8);

    private static final int ALL = 100;

    private final int percent;

    Fault(int percent) {
        this.percent = percent;
    }

    static Fault next(Random random) {
        int left = random.nextInt(ALL);
        for (Fault fault : values()) {
            left -= fault.percent;
            if (left < 0) {
                return fault;
            }
        }
        throw new IllegalStateException("the faults do not come to 100 %");
    }
}
