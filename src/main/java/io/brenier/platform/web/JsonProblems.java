package io.brenier.platform.web;

import static java.util.stream.Collectors.joining;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.transport.network.InvalidSpecException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Tells in the user's words why a JSON body could not be read. */
public final class JsonProblems {

    /** What the parser adds for programmers: where a bracket was opened, in a source that it does not show. */
    private static final Pattern PARSER_NOTE = Pattern.compile(" \\(start marker at .*", Pattern.DOTALL);

    private JsonProblems() {}

    public static ProblemException describe(JacksonException exception) {
        String pointer = pointer(exception);
        return switch (exception) {
            case StreamReadException malformed -> malformed(malformed);
            case UnrecognizedPropertyException unknown ->
                Suggestion.unknownMember(pointer, unknown.getPropertyName(), names(unknown.getKnownPropertyIds()));
            case InvalidTypeIdException type -> invalid(pointer, typeDetail(type));
            case InvalidFormatException format -> invalid(pointer, formatDetail(format, pointer));
            case ValueInstantiationException refused -> refused(refused, pointer);
            case MismatchedInputException mismatch -> invalid(pointer, mismatchDetail(mismatch, pointer));
            default -> caused(exception, pointer);
        };
    }

    /** Refusals by our own constructors and deserialisers travel as causes. */
    private static ProblemException refused(JacksonException exception, String pointer) {
        return switch (exception.getCause()) {
            case ProblemException problem -> problem;
            case InvalidSpecException spec -> invalidSpec(spec, pointer);
            case IllegalArgumentException argument ->
                invalid(pointer, Objects.requireNonNullElse(argument.getMessage(), "this value is not allowed."));
            case null, default ->
                invalid(pointer, "The value at " + place(pointer) + " is missing something or not allowed.");
        };
    }

    private static ProblemException caused(JacksonException exception, String pointer) {
        if (exception.getCause() instanceof JacksonException inner) {
            return describe(inner);
        }
        return refused(exception, pointer);
    }

    /** A spec that checks itself: the pointer is that of the object, and then the member that is impossible. */
    static ProblemException invalidSpec(InvalidSpecException spec, String objectPointer) {
        String pointer = objectPointer + "/" + snakeCase(spec.member());
        return ProblemException.at(
                pointer, ProblemCode.INVALID_SPEC, Objects.requireNonNullElse(spec.getMessage(), "not allowed"));
    }

    private static ProblemException malformed(StreamReadException exception) {
        TokenStreamLocation at = exception.getLocation();
        String where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        String what = PARSER_NOTE
                .matcher(Objects.requireNonNullElse(exception.getOriginalMessage(), "it ends too early"))
                .replaceAll("");
        return ProblemException.of(
                ProblemCode.INVALID_JSON, "The body is no valid JSON" + where + ": " + firstLine(what));
    }

    private static String typeDetail(InvalidTypeIdException exception) {
        return exception.getTypeId() == null
                ? "The member \"type\" is missing; it says which kind of object this is."
                : "There is no type \"" + Suggestion.shortened(exception.getTypeId()) + "\" here.";
    }

    private static String formatDetail(InvalidFormatException exception, String pointer) {
        String given = "\"" + Suggestion.shortened(String.valueOf(exception.getValue())) + "\" at " + place(pointer);
        Class<?> target = exception.getTargetType();
        if (target != null && target.isEnum()) {
            List<String> allowed = enumNames(target);
            String meant = Suggestion.nearest(String.valueOf(exception.getValue()), allowed)
                    .map(near -> " Did you mean \"" + near + "\"?")
                    .orElse("");
            return given + " is not allowed." + meant + " Allowed are: " + String.join(", ", allowed) + ".";
        }
        return given + " is no " + spoken(target) + ".";
    }

    private static String mismatchDetail(MismatchedInputException exception, String pointer) {
        Class<?> target = exception.getTargetType();
        if (pointer.isEmpty()
                && exception.getLocation() != null
                && exception.getLocation().getCharOffset() <= 0
                && firstLine(exception.getOriginalMessage()).startsWith("No content")) {
            return "The body is empty; send a JSON object.";
        }
        return "The value at " + place(pointer) + " must be " + article(spoken(target)) + ".";
    }

    private static List<String> enumNames(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> wireName((Enum<?>) constant))
                .toList();
    }

    /** As {@link StrictJson} has enums written. */
    private static String wireName(Enum<?> constant) {
        return Objects.requireNonNullElse(
                EnumNamingStrategies.LowerCaseStrategy.INSTANCE.convertEnumToExternalName(null, null, constant.name()),
                constant.name());
    }

    private static String spoken(@org.jspecify.annotations.Nullable Class<?> type) {
        if (type == null) {
            return "value of the documented type";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "integer in the range of " + (type == int.class || type == Integer.class ? "32" : "64") + " bits";
        }
        if (type == double.class || type == Double.class || type == float.class || type == Float.class) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean (true or false)";
        }
        if (type == String.class) {
            return "string";
        }
        if (type == UUID.class) {
            return "identifier";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "array";
        }
        return type.isEnum() ? "string out of " + String.join(", ", enumNames(type)) : "object";
    }

    private static String article(String noun) {
        return ("aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private static String pointer(JacksonException exception) {
        return exception.getPath().stream()
                .map(reference -> reference.getPropertyName() != null
                        ? "/" + Suggestion.escape(reference.getPropertyName())
                        : "/" + reference.getIndex())
                .collect(joining());
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.at(pointer, ProblemCode.INVALID_REQUEST, detail);
    }

    private static String place(String pointer) {
        return pointer.isEmpty() ? "the top of the body" : pointer;
    }

    private static List<String> names(@org.jspecify.annotations.Nullable Collection<Object> known) {
        return known == null ? List.of() : known.stream().map(String::valueOf).toList();
    }

    private static String snakeCase(String member) {
        return member.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
