package io.brenier.platform.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/**
 * {@code brenier.memory.resident}: bytes that the system counts for the process; {@code brenier.memory.native}: what of it is not the
 * Java heap's committed memory, the engine's tensors first of all. Absent where the system does not tell.
 */
@Component
class NativeMemoryMetrics implements MeterBinder {

    private final ResidentMemory resident = new ResidentMemory(Path.of("/proc/self/status"));

    @Override
    public void bindTo(MeterRegistry registry) {
        if (resident.bytes().isEmpty()) {
            return;
        }
        Gauge.builder(
                        "brenier.memory.resident",
                        resident,
                        memory -> memory.bytes().orElse(0))
                .description("Resident memory of the process")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("brenier.memory.native", resident, NativeMemoryMetrics::outsideHeap)
                .description("Resident memory of the process that is not committed Java heap")
                .baseUnit("bytes")
                .register(registry);
    }

    private static double outsideHeap(ResidentMemory resident) {
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
        return Math.max(0, resident.bytes().orElse(0) - heap);
    }
}
