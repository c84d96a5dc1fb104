package io.brenier.transport.dual.report;

import io.brenier.transport.metric.interval.Interval;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named figures; those that are not finite are left out. */
final class Figures {

    private final Map<String, Double> values = new LinkedHashMap<>();

    void put(String name, double value) {
        if (Double.isFinite(value)) {
            values.put(name, value);
        }
    }

    /** The figure, and the ends of its interval as name_low and name_high. */
    void put(String name, double value, Interval interval) {
        put(name, value);
        put(name + "_low", interval.low());
        put(name + "_high", interval.high());
    }

    Map<String, Double> asMap() {
        return Collections.unmodifiableMap(values);
    }
}
