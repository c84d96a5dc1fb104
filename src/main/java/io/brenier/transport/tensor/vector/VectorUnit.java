package io.brenier.transport.tensor.vector;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** Whether this JVM can use the processor's vector unit directly, and how matrices are laid out for it. */
public final class VectorUnit {

    /** Shorter vectors were not measured against the engine. */
    private static final int LEAST_LANES = 8;

    /** Of the second compiler: only its code has vectors in registers; any other makes objects of them. */
    private static final String SECOND_COMPILER = "4";

    private static final boolean AVAILABLE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                    && hasSecondCompiler()
                    && Tiles.LANES >= LEAST_LANES;

    private VectorUnit() {}

    /** Whether the other classes of this package may be used. */
    public static boolean isAvailable() {
        return AVAILABLE;
    }

    private static boolean hasSecondCompiler() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return machine != null
                && machine.getVMOption("TieredStopAtLevel").getValue().equals(SECOND_COMPILER);
    }

    /** The least multiple of the vectors' length that holds so many floats: the distance between rows here. */
    public static int padded(int columns) {
        return (columns + Tiles.LANES - 1) / Tiles.LANES * Tiles.LANES;
    }
}
