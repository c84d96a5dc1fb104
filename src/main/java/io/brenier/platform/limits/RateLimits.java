package io.brenier.platform.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Requests of each owner in a minute, told in the headers of draft-ietf-httpapi-ratelimit-headers. The bucket fills steadily and holds a
 * tenth of the minute's: a pause does not save up for a flood.
 */
final class RateLimits implements HandlerInterceptor {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final long MOST_OWNERS = 100_000;
    private static final int BURSTS = 10;
    private static final double NANOS = 1e9;

    private final int perMinute;
    private final int burst;
    private final LoadingCache<String, Bucket> buckets;

    RateLimits(int perMinute) {
        this.perMinute = perMinute;
        this.burst = Math.max(1, perMinute / BURSTS);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_OWNERS)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build(_ -> full());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST && request.getUserPrincipal() != null) {
            ConsumptionProbe probe =
                    buckets.get(request.getUserPrincipal().getName()).tryConsumeAndReturnRemaining(1);
            response.setHeader("RateLimit-Policy", "\"requests\";q=%d;w=%d".formatted(burst, seconds(window())));
            response.setHeader(
                    "RateLimit",
                    "\"requests\";r=%d;t=%d"
                            .formatted(probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
            if (!probe.isConsumed()) {
                int wait = seconds(probe.getNanosToWaitForRefill());
                throw ProblemException.retryLater(
                        ProblemCode.RATE_LIMITED,
                        "more than %d requests in a minute were sent for this owner; the next is answered in %d s."
                                .formatted(perMinute, wait),
                        wait);
            }
        }
        return true;
    }

    /** In which an empty bucket fills. */
    private long window() {
        return Duration.ofMinutes(1).toNanos() * burst / perMinute;
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    private static int seconds(long nanos) {
        return (int) Math.max(1, Math.ceil(nanos / NANOS));
    }
}
