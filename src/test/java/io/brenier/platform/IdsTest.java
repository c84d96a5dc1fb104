package io.brenier.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @Test
    void makesVersionSevenThatRisesWithinOneMillisecond() {
        Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));

        List<String> made =
                Stream.generate(ids::next).limit(1000).map(UUID::toString).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
        UUID first = UUID.fromString(made.getFirst());
        assertThat(first.version()).isEqualTo(7);
        assertThat(first.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void readsOnlyWholeIdentifiers() {
        assertThat(Ids.parse("0190f3c1-0000-7000-8000-000000000001")).isPresent();
        assertThat(Ids.parse("1-1-1-1-1")).isEmpty();
        assertThat(Ids.parse("")).isEmpty();
        assertThat(Ids.parse("zzzzzzzz-0000-7000-8000-000000000001")).isEmpty();
    }
}
