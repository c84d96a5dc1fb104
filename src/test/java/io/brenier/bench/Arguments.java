package io.brenier.bench;

import java.util.HashMap;
import java.util.Map;

/** Command lines of the form --name value. */
public final class Arguments {

    private final Map<String, String> values = new HashMap<>();

    public Arguments(String[] line) {
        if (line.length % 2 != 0) {
            throw new IllegalArgumentException("arguments come in pairs: --name value");
        }
        for (int i = 0; i < line.length; i += 2) {
            if (!line[i].startsWith("--")) {
                throw new IllegalArgumentException(line[i] + " is no option; options begin with --");
            }
            values.put(line[i].substring(2), line[i + 1]);
        }
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    public int number(String name, int otherwise) {
        return values.containsKey(name) ? Integer.parseInt(values.get(name)) : otherwise;
    }

    public double decimal(String name, double otherwise) {
        return values.containsKey(name) ? Double.parseDouble(values.get(name)) : otherwise;
    }
}
