package io.brenier.samples;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a client says about its samples.
 *
 * @param name 1 to 200 characters
 * @param labels at most 50, names of 1 to 100 characters, values of up to 200
 */
record Description(String name, Map<String, String> labels) {

    static final String NAME = "name";
    static final String LABELS = "labels";
    static final int LONGEST = 200;
    private static final int LONGEST_LABEL = 100;
    private static final int MOST_LABELS = 50;

    Description {
        requireText("/name", name, 1, LONGEST);
        if (labels.size() > MOST_LABELS) {
            throw invalid("/labels", "There are %d labels; at most %d are kept.".formatted(labels.size(), MOST_LABELS));
        }
        labels.forEach((label, value) -> {
            requireText("/labels", label, 1, LONGEST_LABEL);
            requireText("/labels", value, 0, LONGEST);
        });
        labels = Map.copyOf(labels);
    }

    /** Out of the query: the labels are written {@code key=value}. */
    static Description ofQuery(@Nullable String name, String @Nullable [] labels) {
        if (name == null) {
            throw invalid("name", "The parameter name is missing: ?name=…, 1 to %d characters.".formatted(LONGEST));
        }
        return new Description(name, labels(labels));
    }

    /** Out of a JSON body; what the query says counts where the body says nothing. */
    static Description ofJson(Map<String, JsonNode> members, @Nullable String name, String @Nullable [] labels) {
        JsonNode given = members.get(NAME);
        if (given == null && name == null) {
            throw invalid("/name", "The member \"name\" is missing: 1 to %d characters.".formatted(LONGEST));
        }
        if (given != null && name != null || members.get(LABELS) != null && labels != null) {
            throw invalid("/name", "Name and labels stand either in the body or in the query, not in both.");
        }
        JsonNode givenLabels = members.get(LABELS);
        return new Description(
                given == null ? String.valueOf(name) : text("/name", given),
                givenLabels == null ? labels(labels) : labels(givenLabels));
    }

    private static Map<String, String> labels(JsonNode given) {
        if (given.isNull()) {
            return Map.of();
        }
        if (!given.isObject()) {
            throw invalid("/labels", "\"labels\" must be an object of strings, such as {\"site\": \"north\"}.");
        }
        Map<String, String> labels = new LinkedHashMap<>();
        given.properties().forEach(label -> labels.put(label.getKey(), text("/labels", label.getValue())));
        return labels;
    }

    private static Map<String, String> labels(String @Nullable [] given) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String label : given == null ? new String[0] : given) {
            int separator = label.indexOf('=');
            if (separator < 1 || labels.put(label.substring(0, separator), label.substring(separator + 1)) != null) {
                throw invalid(
                        "labels", "The parameter labels is written ?labels=site=north&labels=day=2, each name once.");
            }
        }
        return labels;
    }

    private static String text(String pointer, JsonNode given) {
        if (!given.isString()) {
            throw invalid(pointer, "The value of \"%s\" must be a string.".formatted(pointer.substring(1)));
        }
        return given.stringValue();
    }

    private static void requireText(String pointer, String text, int shortest, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length < shortest || length > longest) {
            throw invalid(
                    pointer,
                    "A text of %d characters is given; allowed are %d to %d.".formatted(length, shortest, longest));
        }
        if (text.codePoints().anyMatch(Description::isUnprintable) || length > 0 && text.isBlank()) {
            throw invalid(
                    pointer, "The text has control characters or nothing but space; only printable text is kept.");
        }
    }

    private static boolean isUnprintable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.at(pointer, ProblemCode.INVALID_REQUEST, detail);
    }
}
