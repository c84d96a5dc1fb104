package io.brenier.platform.points;

import io.brenier.transport.tensor.Points;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A body that was read whole.
 *
 * @param points at least one
 * @param members what a JSON body held beside the points, by name; empty for the other formats
 */
public record PointsBody(Points points, Map<String, JsonNode> members) {}
