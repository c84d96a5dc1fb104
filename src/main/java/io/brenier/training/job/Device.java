package io.brenier.training.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a job is trained on. */
public enum Device {
    /** Whatever worker is free. */
    @JsonProperty("any")
    ANY,
    @JsonProperty("cpu")
    CPU,
    @JsonProperty("gpu")
    GPU;

    /** What a worker may have. */
    public static final List<Device> OF_WORKERS = List.of(CPU, GPU);

    /** What jobs may ask for that workers with these devices can take. */
    public static Set<Device> servedBy(Collection<Device> workers) {
        Set<Device> served = EnumSet.noneOf(Device.class);
        served.addAll(workers);
        if (!workers.isEmpty()) {
            served.add(ANY);
        }
        return served;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Device ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
