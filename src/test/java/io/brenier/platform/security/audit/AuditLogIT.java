package io.brenier.platform.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.brenier.platform.security.Scope;
import io.brenier.platform.security.SecuredService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AuditLogIT extends SecuredService {

    private static final List<String> TALKATIVE =
            List.of("io.brenier", "org.springframework.security", "org.springframework.web");

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @BeforeEach
    void listen() {
        heard.start();
        root.addAppender(heard);
    }

    @AfterEach
    void stop() {
        root.detachAppender(heard);
        TALKATIVE.forEach(name -> logger(name).setLevel(null));
    }

    @Test
    void whatIsDoneIsWrittenDownWithWhoDidIt() throws Exception {
        HttpResponse<byte[]> made = draw(key("alice", Scope.TRAIN));

        Map<String, String> line = line("POST /v1/sample-sets");

        assertThat(line)
                .containsEntry("audit.owner", "alice")
                .containsEntry("audit.resource", header(made, "Location"))
                .containsEntry("audit.status", "201")
                .containsEntry("audit.outcome", "done");
        assertThat(line.get("audit.credential")).startsWith("key:");
        assertThat(line.get("traceId")).isEqualTo(header(made, "traceparent").substring(3, 35));
    }

    @Test
    void whoIsRefusedIsWrittenDownToo() throws Exception {
        assertThat(draw(key("bob", Scope.READ)).statusCode()).isEqualTo(403);
        assertThat(get("/v1/api-keys").statusCode()).isEqualTo(401);

        assertThat(line("POST /v1/sample-sets"))
                .containsEntry("audit.owner", "bob")
                .containsEntry("audit.outcome", "refused");
        assertThat(line("GET /v1/api-keys"))
                .containsEntry("audit.owner", "nobody")
                .containsEntry("audit.status", "401");
    }

    @Test
    void lookingIsNotWrittenDown() throws Exception {
        assertThat(get("/v1/models", bearer(key("carol", Scope.READ))).statusCode())
                .isEqualTo(200);

        draw(key("carol", Scope.TRAIN));
        line("POST /v1/sample-sets");
        assertThat(lines("GET /v1/models")).isEmpty();
    }

    @Test
    void noSecretIsEverLogged() throws Exception {
        TALKATIVE.forEach(name -> logger(name).setLevel(Level.TRACE));
        String admin = key("root", Scope.ADMIN);
        HttpResponse<byte[]> made = sendJson(
                "POST", "/v1/api-keys", "{\"owner\": \"dave\", \"name\": \"n\", \"scope\": \"read\"}", bearer(admin));
        String fresh = json(made).path("key").asString();
        String forged = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2VjcmV0LXNpZ25hdHVyZQ";
        get("/v1/models", bearer(fresh));
        get("/v1/models", bearer(forged));
        get("/v1/models", bearer("brn_" + "S".repeat(43)));

        String everything = heard().stream()
                .map(event -> event.getFormattedMessage()
                        + event.getKeyValuePairs()
                        + event.getMDCPropertyMap()
                        + event.getThrowableProxy())
                .collect(Collectors.joining("\n"));

        assertThat(heard()).hasSizeGreaterThan(10);
        assertThat(everything)
                .doesNotContain(admin.substring(12))
                .doesNotContain(fresh.substring(12))
                .doesNotContain("c2VjcmV0LXNpZ25hdHVyZQ")
                .doesNotContain("S".repeat(30));
    }

    private HttpResponse<byte[]> draw(String key) throws Exception {
        return sendJson(
                "POST",
                "/v1/sample-sets",
                "{\"name\": \"drawn\", \"measure\": {\"type\": \"circle\", \"count\": 10, \"seed\": 1}}",
                bearer(key));
    }

    /** The fields of the first audit line of an action, and the trace's id. The line is written after the answer is sent. */
    private Map<String, String> line(String action) {
        return Awaitility.await()
                .until(() -> lines(action).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private List<Map<String, String>> lines(String action) {
        return heard().stream()
                .filter(event -> event.getLoggerName().equals("brenier.audit"))
                .map(event -> {
                    Map<String, String> fields = event.getKeyValuePairs().stream()
                            .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
                    fields.put(
                            "traceId", String.valueOf(event.getMDCPropertyMap().get("traceId")));
                    return fields;
                })
                .filter(fields -> action.equals(fields.get("audit.action")))
                .toList();
    }

    private List<ILoggingEvent> heard() {
        synchronized (heard) {
            return List.copyOf(heard.list);
        }
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
