package io.brenier.platform.points;

/**
 * How much one body of points may hold.
 *
 * @param maxBytes of the body as it is sent
 * @param maxRows points
 * @param maxDimension columns of a point
 */
public record PointsLimits(long maxBytes, long maxRows, int maxDimension) {}
