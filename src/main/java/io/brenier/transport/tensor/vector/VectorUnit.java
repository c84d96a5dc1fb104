package io.brenier.transport.tensor.vector;

/** Whether this JVM can use the processor's vector unit directly, and how matrices are laid out for it. */
public final class VectorUnit {

    /** Shorter vectors were not measured against the engine. */
    private static final int LEAST_LANES = 8;

    private static final boolean AVAILABLE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && Tiles.LANES >= LEAST_LANES;

    private VectorUnit() {}

    /** Whether the other classes of this package may be used. */
    public static boolean isAvailable() {
        return AVAILABLE;
    }

    /** The least multiple of the vectors' length that holds so many floats: the distance between rows here. */
    public static int padded(int columns) {
        return (columns + Tiles.LANES - 1) / Tiles.LANES * Tiles.LANES;
    }
}
