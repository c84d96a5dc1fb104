package io.brenier.platform.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.brenier.platform.security.Scope;
import io.brenier.platform.security.SecuredService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Who guesses keys. */
@TestPropertySource(properties = "brenier.security.failed-logins-per-minute=2")
@DirtiesContext
class FailedLoginsIT extends SecuredService {

    @Test
    void afterSoManyBadKeysTheNextIsNotLookedAt() throws Exception {
        String inUse = key("alice", Scope.READ);
        String unused = key("bob", Scope.READ);
        assertThat(get("/v1/models", bearer(inUse)).statusCode()).isEqualTo(200);
        assertThat(guess("A").statusCode()).isEqualTo(401);
        assertThat(guess("B").statusCode()).isEqualTo(401);
        Logger log = (Logger) LoggerFactory.getLogger("brenier.audit");
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        log.addAppender(heard);

        HttpResponse<byte[]> refused = guess("C");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(json(refused).path("code").asString()).isEqualTo("rate_limited");
        assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 30);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
        // The line is written after the answer is sent.
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(List.copyOf(heard.list))
                        .anySatisfy(line -> assertThat(fields(line))
                                .containsEntry("audit.owner", "nobody")
                                .containsEntry("audit.status", "429")
                                .containsEntry("audit.outcome", "refused")));
        log.detachAppender(heard);
        // Also a good key, unless it is known to be one: else whoever guesses would lock out everybody at the same
        // gateway.
        assertThat(get("/v1/models", bearer(unused)).statusCode()).isEqualTo(429);
        assertThat(get("/v1/models", bearer(inUse)).statusCode()).isEqualTo(200);
        assertThat(get("/livez").statusCode()).isEqualTo(200);
    }

    private static Map<String, String> fields(ILoggingEvent line) {
        return line.getKeyValuePairs().stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
    }

    private HttpResponse<byte[]> guess(String letter) throws Exception {
        return get("/v1/models", bearer("brn_" + letter.repeat(43)));
    }
}
