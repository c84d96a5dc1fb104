package io.brenier.models;

import io.brenier.platform.BlobRef;

/**
 * One version of a model.
 *
 * @param dimension d of R^d
 * @param artifact its archive; the same archive is the same map, whatever it is called
 * @param provisional whether its job still trains the map that will take its place
 */
public record ResolvedModel(String model, int version, int dimension, BlobRef artifact, boolean provisional) {}
