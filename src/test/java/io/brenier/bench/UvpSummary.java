package io.brenier.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The medians over the seeds of what {@link UvpBenchmark} printed. */
public final class UvpSummary {

    private static final Pattern FIGURE = Pattern.compile("\"(\\w+)\":\"?([-\\w.]+)");

    private UvpSummary() {}

    public static void main(String[] line) throws IOException {
        Map<Integer, Map<String, List<Double>>> finals = new TreeMap<>();
        for (String text : Files.readAllLines(Path.of(new Arguments(line).text("lines", "")))) {
            if (text.contains("\"final\"")) {
                collect(text, finals);
            }
        }
        finals.forEach((dimension, figures) -> System.out.printf(
                Locale.ROOT,
                "{\"n\":%d,\"kind\":\"median\",\"seeds\":%d,\"cpu_s\":%.1f,\"uvp_forward\":%.4f,\"uvp_forward_worst\":%.4f,\"uvp_inverse\":%.4f,\"cos_forward\":%.5f}%n",
                dimension,
                figures.get("cpu_s").size(),
                median(figures.get("cpu_s")),
                median(figures.get("uvp_forward")),
                Collections.max(figures.get("uvp_forward")),
                median(figures.get("uvp_inverse")),
                median(figures.get("cos_forward"))));
    }

    private static void collect(String text, Map<Integer, Map<String, List<Double>>> finals) {
        Matcher figures = FIGURE.matcher(text);
        Map<String, List<Double>> byName = new TreeMap<>();
        while (figures.find()) {
            String name = figures.group(1);
            if (name.equals("n")) {
                byName = finals.computeIfAbsent(Integer.valueOf(figures.group(2)), _ -> new TreeMap<>());
            } else if (!name.equals("kind")) {
                byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(Double.valueOf(figures.group(2)));
            }
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
