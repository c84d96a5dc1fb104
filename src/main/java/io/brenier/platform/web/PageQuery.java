package io.brenier.platform.web;

import io.brenier.platform.Ids;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list a client wants. Pages go by key: a token names the last item of the page before, so that items which come or go
 * meanwhile neither repeat nor hide others.
 *
 * @param size most items of the page
 * @param after key of the last item of the page before; null for the first page
 */
public record PageQuery(int size, @Nullable String after) {

    private static final String VERSION = "1:";

    static PageQuery of(int size, @Nullable String token) {
        return new PageQuery(size, token == null || token.isEmpty() ? null : decode(token));
    }

    /** How many items to ask for: one more than the page holds tells whether there is another page. */
    public int fetch() {
        return size + 1;
    }

    /** The key as an identifier; null for the first page. */
    public @Nullable UUID afterId() {
        return after == null ? null : Ids.parse(after).orElseThrow(PageQuery::badToken);
    }

    /** The key as a number; null for the first page. */
    public @Nullable Long afterNumber() {
        try {
            return after == null ? null : Long.valueOf(after);
        } catch (NumberFormatException noNumber) {
            throw badToken();
        }
    }

    /** The items of the page, out of those fetched. */
    public <T> List<T> items(List<T> fetched) {
        return List.copyOf(fetched.subList(0, Math.min(size, fetched.size())));
    }

    /** The token of the page after this one; empty if this is the last. */
    public <T> String nextPageToken(List<T> fetched, Function<T, Object> key) {
        return fetched.size() <= size ? "" : encode(String.valueOf(key.apply(fetched.get(size - 1))));
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((VERSION + key).getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(token)))
                    .toString();
            if (text.startsWith(VERSION)) {
                return text.substring(VERSION.length());
            }
            throw badToken();
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            throw badToken();
        }
    }

    private static ProblemException badToken() {
        return ProblemException.at(
                "page_token",
                ProblemCode.INVALID_REQUEST,
                "page_token is none that this list gave out; pass next_page_token of the page before as it is, or leave it away.");
    }
}
