package io.brenier.platform.security.key;

import io.brenier.platform.Excerpt;
import io.brenier.platform.Ids;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The API keys. A request's key is looked up in the table each time, so that a revoked one is refused by every process at once; the lookup
 * is by the index on its hash.
 */
@Service
public class ApiKeys {

    /** How old the time of the last use may be before it is written anew: not every request is a write. */
    private static final Duration USE_STAYS = Duration.ofMinutes(1);

    private final ApiKeyTable table;
    private final Ids ids;
    private final Clock clock;

    ApiKeys(ApiKeyTable table, Ids ids, Clock clock) {
        this.table = table;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a key. The secret is nowhere afterwards but in the answer. */
    public Made create(NewApiKey asked) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        asked.requireFuture(now);
        Secret secret = Secret.random();
        ApiKey key = new ApiKey(
                ids.next(),
                asked.owner(),
                asked.name(),
                asked.scope(),
                secret.hint(),
                now,
                asked.expiresAt() == null ? null : asked.expiresAt().truncatedTo(ChronoUnit.MICROS),
                null,
                null);
        table.insert(key, secret.sha256());
        return new Made(key, secret);
    }

    /** @throws ProblemException api_key_not_found */
    public ApiKey get(UUID id) {
        return table.find(id).orElseThrow(() -> unknown(id.toString()));
    }

    /** At most so many keys that were made before the given one, newest first. */
    public List<ApiKey> page(@Nullable UUID before, int limit) {
        return table.page(before, limit);
    }

    /** From now on the key is refused; it stays in the list. */
    public ApiKey revoke(UUID id) {
        table.revoke(id, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return get(id);
    }

    /**
     * Who holds the key.
     *
     * @throws ProblemException unauthorized, with the reason
     */
    public Caller recognise(String given) {
        ApiKey key = Secret.parse(given)
                .flatMap(secret -> table.findBySha256(secret.sha256()))
                .orElseThrow(() -> refused("the API key is none that this service knows"));
        Instant now = clock.instant();
        if (key.revokedAt() != null) {
            throw refused("the API key %s… was revoked at %s".formatted(key.hint(), key.revokedAt()));
        }
        if (key.expiresAt() != null && !key.expiresAt().isAfter(now)) {
            throw refused("the API key %s… expired at %s".formatted(key.hint(), key.expiresAt()));
        }
        if (key.lastUsedAt() == null || key.lastUsedAt().isBefore(now.minus(USE_STAYS))) {
            table.used(key.id(), now.truncatedTo(ChronoUnit.MICROS));
        }
        return key.caller();
    }

    static ProblemException unknown(String id) {
        return ProblemException.of(
                ProblemCode.API_KEY_NOT_FOUND,
                "there is no API key '%s'; GET /v1/api-keys lists those there are".formatted(Excerpt.of(id, 40)));
    }

    private static ProblemException refused(String why) {
        return ProblemException.of(ProblemCode.UNAUTHORIZED, why + "; ask an admin of this service for another.");
    }

    /** A new key and its secret. */
    public record Made(ApiKey key, Secret secret) {}
}
