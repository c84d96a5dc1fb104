package io.brenier.platform.security.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.Sha256;
import io.brenier.platform.security.SecurityProperties;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Bad keys and tokens of each address in a minute; beyond that, none is looked at for a while. But for those that were good a moment ago: a
 * client with an old key must not lock out all others behind the same gateway.
 */
@Component
class FailedLogins {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final long MOST_REMEMBERED = 10_000;
    private static final double NANOS = 1e9;

    private final int perMinute;
    private final Cache<String, Bucket> failures = remembering();
    private final Cache<String, Boolean> good = remembering();

    FailedLogins(SecurityProperties properties) {
        this.perMinute = properties.failedLoginsPerMinute();
    }

    /** @throws ProblemException rate_limited */
    void requireFew(String address, String credential) {
        Bucket left = failures.getIfPresent(address);
        if (left != null && left.getAvailableTokens() == 0 && good.getIfPresent(Sha256.of(credential)) == null) {
            long nanos = left.estimateAbilityToConsume(1).getNanosToWaitForRefill();
            throw ProblemException.retryLater(
                    ProblemCode.RATE_LIMITED,
                    "more than %d keys or tokens in a minute from this address were none that this service takes; try again later."
                            .formatted(perMinute),
                    (int) Math.max(1, Math.ceil(nanos / NANOS)));
        }
    }

    void failed(String address) {
        if (perMinute > 0) {
            failures.get(address, _ -> full()).tryConsume(1);
        }
    }

    void succeeded(String credential) {
        if (perMinute > 0) {
            good.put(Sha256.of(credential), true);
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    private static <V> Cache<String, V> remembering() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build();
    }
}
