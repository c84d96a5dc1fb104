package io.brenier.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Identifiers: UUIDs of version 7, which sort by the time they were made. Clients treat them as opaque. */
@Component
public class Ids {

    private static final int LENGTH = 36;

    private final TimeBasedEpochGenerator generator;

    public Ids(Clock clock) {
        this.generator = Generators.timeBasedEpochGenerator(null, new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        });
    }

    /** A new identifier, above every one that this instance made before it. */
    public UUID next() {
        return generator.generate();
    }

    /** Reads an identifier as a client gave it; empty where the text cannot be one. */
    public static Optional<UUID> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
