package io.brenier.evaluation.cache;

import io.brenier.transport.dual.DualPotentials;
import java.io.IOException;

/** Reads a model from its archive. */
@FunctionalInterface
interface ModelLoader {

    /** @throws IOException if the archive is missing, damaged or of a kind that is not known here */
    LoadedModel load(String sha256) throws IOException;

    /**
     * A model in memory.
     *
     * @param bytes about what it takes there
     */
    record LoadedModel(DualPotentials potentials, long bytes) {}
}
