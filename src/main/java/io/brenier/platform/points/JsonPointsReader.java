package io.brenier.platform.points;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.web.JsonProblems;
import io.brenier.platform.web.Suggestion;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code {"points": [[…], …]}} token by token: the points go on as they come, only the small members beside them are kept. */
final class JsonPointsReader {

    private static final String POINTS = "points";
    /** Of one member beside the points. */
    private static final int MEMBER_BYTES = 1 << 16;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MEMBER_BYTES)
                            .maxNameLength(1000)
                            .maxNumberLength(1000)
                            .maxNestingDepth(20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                    // So that NaN is told with its row, like in the other formats.
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build())
            .build();

    private JsonPointsReader() {}

    /**
     * @param instead a member among the others that may stand in the points' place; null: there must be points
     */
    static Map<String, JsonNode> read(
            LimitedStream body, PointsLimits limits, Set<String> members, @Nullable String instead, PointsSink sink)
            throws IOException {
        try (JsonParser parser = MAPPER.createParser(body)) {
            return readObject(parser, body, members, instead, new RowAssembler(limits, sink));
        } catch (JacksonIOException wrapped) {
            throw wrapped.getCause();
        } catch (JacksonException malformed) {
            throw JsonProblems.describe(malformed);
        }
    }

    private static Map<String, JsonNode> readObject(
            JsonParser parser, LimitedStream body, Set<String> members, @Nullable String instead, RowAssembler rows)
            throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw invalid(
                    "",
                    "The body must be a JSON object with the member \"points\": {\"points\": [[1.0, 2.0], [3.0, 4.0]]}.");
        }
        Map<String, JsonNode> others = new LinkedHashMap<>();
        boolean seen = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals(POINTS) && instead != null && parser.currentToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            if (name.equals(POINTS)) {
                readPoints(parser, rows);
                seen = true;
            } else if (members.contains(name)) {
                body.beginPart("The member \"" + name + "\"", MEMBER_BYTES);
                others.put(name, parser.readValueAsTree());
                body.endPart();
            } else {
                throw unknown(name, members);
            }
        }
        if (parser.nextToken() != null) {
            throw invalid("", "The body goes on after its JSON object; send one object and nothing else.");
        }
        JsonNode given = instead == null ? null : others.get(instead);
        boolean replaced = given != null && !given.isNull();
        if (replaced && seen) {
            throw invalid("/" + instead, "There are \"points\" and \"%s\"; send one of them.".formatted(instead));
        }
        if (replaced) {
            return others;
        }
        if (!seen) {
            throw invalid(
                    "/points",
                    "The member \"points\" is missing: an array of rows, such as [[1.0, 2.0], [3.0, 4.0]]%s."
                            .formatted(instead == null ? "" : "; or send \"" + instead + "\" in its place"));
        }
        rows.end();
        return others;
    }

    private static void readPoints(JsonParser parser, RowAssembler rows) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw shape("/points", "\"points\" must be an array of rows, such as [[1.0, 2.0], [3.0, 4.0]].");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw shape(
                        "/points/" + rows.rows(),
                        "Row %d (counted from 0) is no array; every point is an array of numbers."
                                .formatted(rows.rows()));
            }
            JsonToken token = parser.nextToken();
            while (token != JsonToken.END_ARRAY) {
                if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
                    throw rows.atValue(ProblemCode.INVALID_DATATYPE, "this is no number but " + spoken(token) + ".");
                }
                rows.add(parser.getDoubleValue());
                token = parser.nextToken();
            }
            rows.endRow();
        }
    }

    private static ProblemException unknown(String name, Set<String> members) {
        List<String> known = Stream.concat(Stream.of(POINTS), members.stream()).toList();
        return Suggestion.unknownMember("/" + Suggestion.escape(name), name, known);
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.at(pointer, ProblemCode.INVALID_REQUEST, detail);
    }

    private static ProblemException shape(String pointer, String detail) {
        return ProblemException.at(pointer, ProblemCode.INVALID_TENSOR_SHAPE, detail);
    }

    private static String spoken(JsonToken token) {
        return switch (token) {
            case VALUE_NULL -> "null";
            case VALUE_STRING -> "a string";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case START_ARRAY -> "an array";
            case START_OBJECT -> "an object";
            default -> "something else";
        };
    }
}
