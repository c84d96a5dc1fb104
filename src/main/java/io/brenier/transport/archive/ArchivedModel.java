package io.brenier.transport.archive;

import io.brenier.transport.dual.DualPotentials;
import java.util.List;
import java.util.Map;

/**
 * What a model file holds.
 *
 * @param potentials the map
 * @param solver wire name of the type of solver that learned it, for example w2-dual
 * @param provenance what it was learned from and how: JSON values only. Whole numbers come back as Long, others as Double
 * @param metrics figures on held-out samples, all finite
 * @param notes what a user should know, in sentences
 */
public record ArchivedModel(
        DualPotentials potentials,
        String solver,
        Map<String, Object> provenance,
        Map<String, Double> metrics,
        List<String> notes) {}
