package io.brenier.evaluation.web;

import io.brenier.platform.Excerpt;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Options that may stand in the query or in a JSON body beside the points, but do not say two things.
 *
 * @param members of the body
 */
public record QueryOrBody(Map<String, JsonNode> members) {

    public @Nullable String text(String name, @Nullable String query) {
        return agreed(name, query, read(name, JsonNode::isString, JsonNode::asString, "a string"));
    }

    public @Nullable Double number(String name, @Nullable Double query) {
        return agreed(name, query, read(name, JsonNode::isNumber, JsonNode::asDouble, "a number"));
    }

    public @Nullable Integer integer(String name, @Nullable Integer query) {
        return agreed(
                name,
                query,
                read(
                        name,
                        node -> node.isIntegralNumber() && node.canConvertToInt(),
                        JsonNode::asInt,
                        "an integer in the range of 32 bits"));
    }

    public @Nullable Long longInteger(String name, @Nullable Long query) {
        return agreed(
                name,
                query,
                read(
                        name,
                        node -> node.isIntegralNumber() && node.canConvertToLong(),
                        JsonNode::asLong,
                        "an integer in the range of 64 bits"));
    }

    public @Nullable Boolean truth(String name, @Nullable Boolean query) {
        return agreed(name, query, read(name, JsonNode::isBoolean, JsonNode::asBoolean, "true or false"));
    }

    private <T> @Nullable T read(String name, Predicate<JsonNode> isOne, Function<JsonNode, T> value, String expected) {
        JsonNode node = members.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!isOne.test(node)) {
            throw invalid(name, "%s is %s; it must be %s".formatted(name, shown(node.toString()), expected));
        }
        return value.apply(node);
    }

    private static <T> @Nullable T agreed(String name, @Nullable T query, @Nullable T member) {
        if (query != null && member != null && !query.equals(member)) {
            throw invalid(
                    name,
                    "%s is %s in the query and %s in the body; say it once"
                            .formatted(name, shown(query.toString()), shown(member.toString())));
        }
        return query == null ? member : query;
    }

    static String shown(String text) {
        return Excerpt.of(text, 60);
    }

    private static ProblemException invalid(String name, String detail) {
        return ProblemException.at("/" + name, ProblemCode.INVALID_REQUEST, detail);
    }
}
