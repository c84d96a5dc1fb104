package io.brenier.training.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import io.brenier.training.TrainingClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a sweep when its jobs have ended, however many processes see it. */
class SweepEndsIT extends RunningService {

    private static final int LOOKERS = 8;

    private final TrainingClient client;
    private final Sweeps sweeps;
    private final JdbcClient jdbc;

    @Autowired
    SweepEndsIT(@LocalServerPort int port, Sweeps sweeps, JdbcClient jdbc) {
        this.client = new TrainingClient(port);
        this.sweeps = sweeps;
        this.jdbc = jdbc;
    }

    @Test
    void ofManyWhoSeeTheEndOneEndsIt() throws Exception {
        UUID sweep = ended();
        jdbc.sql("update sweeps set ended_at = null where id = :id")
                .param("id", sweep)
                .update();
        Callable<Boolean> look = () -> sweeps.endsNow(sweep);
        int ended = 0;
        try (ExecutorService lookers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < LOOKERS; i++) {
                all.add(look);
            }
            for (Future<Boolean> one : lookers.invokeAll(all)) {
                ended += one.get() ? 1 : 0;
            }
        }
        // The service's own look may have been first.
        assertThat(ended).isLessThanOrEqualTo(1);
        assertThat(sweeps.get(sweep).endedAt()).isNotNull();
        assertThat(sweeps.endsNow(sweep)).isFalse();
    }

    @Test
    void whereTheBestVersionIsGoneTheNextGetsTheAlias() {
        UUID sweep = ended();
        String model = "sweep-" + sweep;
        int best = version(sweep, model);
        client.delete("/v1/models/%s/aliases/latest".formatted(model)).expect(204);
        client.delete("/v1/models/%s/versions/%d".formatted(model, best)).expect(204);
        jdbc.sql("update sweeps set ended_at = null where id = :id")
                .param("id", sweep)
                .update();
        awaitEnd(sweep);
        assertThat(version(sweep, model)).isNotEqualTo(best);
    }

    private int version(UUID sweep, String model) {
        int version = client.get("/v1/models/%s/aliases/latest".formatted(model))
                .expect(200)
                .json()
                .path("version")
                .asInt();
        assertThat(client.get("/v1/sweeps/" + sweep)
                        .json()
                        .path("promoted")
                        .path("version")
                        .asInt())
                .isEqualTo(version);
        return version;
    }

    private UUID ended() {
        String sets =
                "\"source\": \"%s\", \"target\": \"%s\"".formatted(client.upload(40, 0, 0), client.upload(50, 3, 1));
        UUID sweep = UUID.fromString(client.postJson(
                        "/v1/sweeps",
                        "{%s, \"list\": [{\"type\": \"gaussian\"}, {\"type\": \"identity\"}]}".formatted(sets))
                .expect(202)
                .json()
                .path("id")
                .asString());
        awaitEnd(sweep);
        return sweep;
    }

    private void awaitEnd(UUID sweep) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> sweeps.get(sweep).endedAt() != null);
    }
}
