package io.brenier.platform.limits;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Gives out the memory of expensive requests, and their number. Who gets none is told so at once: a request that waited would hold its
 * connection and its body's first bytes, and the client knows better whether it wants to wait.
 */
@Component
public class Admission {

    private static final int RETRY_SECONDS = 1;

    private final AdmissionProperties properties;
    private final long allBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final Counter refused;

    Admission(AdmissionProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.allBytes = properties.bytes();
        Gauge.builder("brenier.admission.memory", bytes, AtomicLong::doubleValue)
                .baseUnit("bytes")
                .description("Memory that expensive requests under way were given")
                .register(meters);
        Gauge.builder("brenier.admission.requests", requests, AtomicLong::doubleValue)
                .description("Expensive requests under way")
                .register(meters);
        this.refused = Counter.builder("brenier.admission.refused")
                .description("Expensive requests, and parts of them, for which there was no room")
                .register(meters);
    }

    /** @throws ProblemException overloaded */
    void begin() {
        if (requests.incrementAndGet() > properties.expensiveRequests()) {
            requests.decrementAndGet();
            throw overloaded("%d requests of this kind are being served, and no more are at a time"
                    .formatted(properties.expensiveRequests()));
        }
    }

    void end(long given) {
        requests.decrementAndGet();
        bytes.addAndGet(-given);
    }

    /** @throws ProblemException overloaded for now, payload_too_large for what there will never be room for */
    void take(long wanted) {
        if (wanted > allBytes) {
            throw ProblemException.of(
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    "The request takes about %,d bytes of memory; this process has %,d for all requests (brenier.admission.memory). Send it in parts."
                            .formatted(wanted, allBytes));
        }
        if (bytes.addAndGet(wanted) > allBytes) {
            bytes.addAndGet(-wanted);
            throw overloaded("the memory for requests is taken by others");
        }
    }

    long bytesGiven() {
        return bytes.get();
    }

    long requestsServed() {
        return requests.get();
    }

    private ProblemException overloaded(String why) {
        refused.increment();
        return ProblemException.retryLater(ProblemCode.OVERLOADED, why + "; try again.", RETRY_SECONDS);
    }
}
