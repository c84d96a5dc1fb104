package io.brenier.training.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.RunningService;
import io.brenier.training.TrainingClient;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

class JobEventsIT extends RunningService {

    private static final Pattern ID = Pattern.compile("^id: (\\d+)$", Pattern.MULTILINE);

    private final TrainingClient client;

    JobEventsIT(@LocalServerPort int port) {
        this.client = new TrainingClient(port);
    }

    @Test
    void aStreamTellsEverythingAndEndsWithTheJob() {
        String id = train();
        String stream = stream(id).response().body();
        List<Long> ids = ids(stream);
        assertThat(ids).isEqualTo(LongStream.rangeClosed(1, ids.size()).boxed().toList());
        assertThat(stream)
                .startsWith("retry: 2000\n\n")
                .containsSubsequence(
                        "event: job.created",
                        "event: job.queued",
                        "event: job.started",
                        "event: checkpoint.created",
                        "event: job.succeeded");
        JsonNode page = client.get(events(id) + "?limit=1000").expect(200).json();
        assertThat(StreamSupport.stream(page.path("items").spliterator(), false)
                        .map(item -> item.path("id").asLong())
                        .toList())
                .isEqualTo(ids);
        assertThat(page.path("next_after").asLong()).isEqualTo(ids.getLast());
    }

    @Test
    void aStreamGoesOnAfterTheLastIdThatTheClientSaw() {
        String id = train();
        List<Long> all = ids(stream(id).response().body());
        List<Long> rest = ids(stream(id, "Last-Event-ID", "2").response().body());
        assertThat(rest).isEqualTo(all.subList(2, all.size()));
        assertThat(ids(stream(id, "Last-Event-ID", String.valueOf(all.size()))
                        .response()
                        .body()))
                .isEmpty();
    }

    @Test
    void pagesFollowEachOther() {
        String id = train();
        client.awaitStatus(id, "succeeded");
        JsonNode first = client.get(events(id) + "?limit=2").expect(200).json();
        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(first.path("items").path(0).path("level").asString()).isEqualTo("info");
        JsonNode second = client.get(events(id) + "?limit=2&after="
                        + first.path("next_after").asLong())
                .expect(200)
                .json();
        assertThat(second.path("items").path(0).path("id").asLong()).isEqualTo(3);
        assertThat(client.get(events(id) + "?limit=0").expect(400).code()).isEqualTo("invalid_request");
    }

    @Test
    void otherMediaTypesAreNotAcceptable() {
        assertThat(client.get(events(train()), "Accept", "image/png")
                        .expect(406)
                        .code())
                .isEqualTo("not_acceptable");
    }

    @Test
    void theStreamOfAnUnknownJobIsAProblem() {
        assertThat(client.get(events("00000000-0000-7000-8000-000000000000"), "Accept", "text/event-stream")
                        .expect(404)
                        .code())
                .isEqualTo("job_not_found");
    }

    private String train() {
        return client.train("""
                {"source": "%s", "target": "%s", "seed": 7,
                 "solver": {"type": "w2-dual", "steps": 40, "batch_size": 32, "log_every": 10, "validate_every": 20, "checkpoint_every": 20,
                            "potential": {"hidden": [8]}, "amortizer": {"hidden": [8]}}}""".formatted(client.upload(60, 0, 0), client.upload(60, 1, 0)));
    }

    private TrainingClient.Answer stream(String id, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Accept";
        all[1] = "text/event-stream";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return client.get(events(id), all).expect(200);
    }

    private static String events(String id) {
        return "/v1/training-jobs/" + id + "/events";
    }

    private static List<Long> ids(String stream) {
        return ID.matcher(stream)
                .results()
                .map(result -> Long.valueOf(result.group(1)))
                .toList();
    }
}
