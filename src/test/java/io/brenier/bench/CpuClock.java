package io.brenier.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU seconds of this process since it started, compiler and collector included, without what was spent while the clock was stopped. */
final class CpuClock {

    private static final double NANOSECONDS = 1e9;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private double excluded;

    double seconds() {
        return system.getProcessCpuTime() / NANOSECONDS - excluded;
    }

    /** Does something that does not count. */
    void stoppedWhile(Runnable task) {
        double before = seconds();
        task.run();
        excluded += seconds() - before;
    }
}
