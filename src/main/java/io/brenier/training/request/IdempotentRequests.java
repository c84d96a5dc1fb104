package io.brenier.training.request;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.Sha256;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.store.IdempotencyKeys;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Carries each request with an Idempotency-Key out only once, and answers its repetitions as it answered the first. */
@ConditionalOnRole(Role.API)
@Component
public class IdempotentRequests {

    private static final int LONGEST_KEY = 255;

    private final IdempotencyKeys keys;
    private final JsonMapper json;

    IdempotentRequests(IdempotencyKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /**
     * The stored answer, or that of {@code make}, which passes the key to {@link #remember} in the transaction that makes what was asked for.
     *
     * @param header as the client sent it; null: the request is carried out, whatever was before
     * @param request what was asked for
     * @param type of the answer
     */
    public <T> T once(@Nullable String header, Object request, Class<T> type, Function<@Nullable String, T> make) {
        String key = key(header);
        if (key == null) {
            return make.apply(null);
        }
        Optional<String> answered = keys.claim(key, Sha256.of(json.writeValueAsString(request)));
        if (answered.isPresent()) {
            return json.readValue(answered.get(), type);
        }
        boolean made = false;
        try {
            T answer = make.apply(key);
            made = true;
            return answer;
        } finally {
            if (!made) {
                keys.release(key);
            }
        }
    }

    /** Stores the answer, in the caller's transaction; nothing where there is no key. */
    public void remember(@Nullable String key, UUID made, Object answer) {
        if (key != null) {
            keys.answer(key, made, json.writeValueAsString(answer));
        }
    }

    /** The draft's structured string is quoted; many clients send it bare. */
    private static @Nullable String key(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String given = header.strip();
        boolean quoted = given.length() >= 2 && given.startsWith("\"") && given.endsWith("\"");
        String key = quoted ? given.substring(1, given.length() - 1) : given;
        if (key.isEmpty() || key.length() > LONGEST_KEY || key.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
            throw ProblemException.at(
                    "Idempotency-Key",
                    ProblemCode.INVALID_REQUEST,
                    "the Idempotency-Key must have 1 to %d printable ASCII characters, bare or in quotes."
                            .formatted(LONGEST_KEY));
        }
        return key;
    }
}
