package io.brenier.transport.dual.checkpoint;

import java.util.HashMap;
import java.util.Map;

/**
 * What a checkpoint holds.
 *
 * @param step steps made
 * @param fingerprint of the problem that it belongs to
 * @param figures by name
 * @param arrays by name
 */
public record CheckpointContent(
        long step, String fingerprint, Map<String, Double> figures, Map<String, float[]> arrays) {

    public double figure(String name) {
        Double figure = figures.get(name);
        if (figure == null) {
            throw new IllegalArgumentException("The checkpoint lacks " + name + ".");
        }
        return figure;
    }

    public float[] array(String name) {
        float[] array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("The checkpoint lacks " + name + ".");
        }
        return array;
    }

    /** The arrays whose names begin with a prefix, by what follows it. */
    public Map<String, float[]> under(String prefix) {
        Map<String, float[]> found = new HashMap<>();
        arrays.forEach((name, values) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), values);
            }
        });
        return found;
    }
}
