package io.brenier.models.web;

import io.brenier.models.registry.RegistryChanges.Description;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.web.Suggestion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What shall be different about a model. */
@Schema(name = "ModelPatch", description = "What shall be different about a model; what is left out stays.")
record ModelPatch(
        @Schema(
                description = "What the model's users should know.",
                types = {"string", "null"},
                maxLength = 2000,
                example = "Colours of the harbour photo to those of the forest photo")
        @Nullable
        String description,

        @Schema(
                description = "Labels to set; a label with null is removed, the others stay.",
                types = {"object", "null"},
                example = "{\"team\": \"photos\"}")
        @Nullable
        Map<String, @Nullable String> labels) {

    private static final int MAX_DESCRIPTION = 2000;
    private static final int MAX_LABELS = 50;
    private static final int MAX_LABEL = 200;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9][a-z0-9._/-]{0,62}");

    Description applyTo(Description before) {
        return new Description(
                description == null ? before.text() : checkedDescription(description), mergedLabels(before.labels()));
    }

    private static String checkedDescription(String text) {
        if (text.length() > MAX_DESCRIPTION) {
            throw refused(
                    "/description",
                    "the description has %d characters; at most %d are allowed"
                            .formatted(text.length(), MAX_DESCRIPTION));
        }
        requireText("/description", text);
        return text;
    }

    private Map<String, String> mergedLabels(Map<String, String> before) {
        Map<String, String> merged = new TreeMap<>(before);
        if (labels != null) {
            labels.forEach((name, value) -> {
                if (value == null) {
                    merged.remove(name);
                } else {
                    merged.put(checkedLabel(name, value), value);
                }
            });
        }
        if (merged.size() > MAX_LABELS) {
            throw refused(
                    "/labels",
                    "the model would have %d labels; at most %d are allowed".formatted(merged.size(), MAX_LABELS));
        }
        return merged;
    }

    private static String checkedLabel(String name, String value) {
        String pointer = "/labels/" + Suggestion.escape(name);
        if (!LABEL.matcher(name).matches()) {
            throw refused(
                    pointer,
                    "a label's name has 1 to 63 of the characters a-z, 0-9, '.', '_', '/' and '-' and begins with a letter or a digit");
        }
        if (value.length() > MAX_LABEL) {
            throw refused(
                    pointer,
                    "the label's value has %d characters; at most %d are allowed".formatted(value.length(), MAX_LABEL));
        }
        requireText(pointer, value);
        return name;
    }

    /** A database's text cannot hold the character U+0000. */
    private static void requireText(String pointer, String text) {
        if (text.indexOf('\0') >= 0) {
            throw refused(pointer, "the text holds the character U+0000, which no text may");
        }
    }

    private static ProblemException refused(String pointer, String detail) {
        return ProblemException.at(pointer, ProblemCode.INVALID_REQUEST, detail);
    }
}
