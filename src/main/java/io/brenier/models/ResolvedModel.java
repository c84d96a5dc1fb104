package io.brenier.models;

import io.brenier.platform.BlobRef;

/**
 * One version of a model.
 *
 * @param dimension d of R^d
 * @param artifact its archive; the same archive is the same map, whatever it is called
 */
public record ResolvedModel(String model, int version, int dimension, BlobRef artifact) {}
