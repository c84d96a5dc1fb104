package io.brenier.platform.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.platform.security.Scope;
import io.brenier.platform.security.SecuredService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose things are whose. */
class OwnershipIT extends SecuredService {

    private static final String DRAWN =
            "{\"name\": \"drawn\", \"measure\": {\"type\": \"circle\", \"count\": 50, \"seed\": 4}}";

    private final JdbcClient jdbc;

    @Autowired
    OwnershipIT(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void equalSamplesOfTwoOwnersAreTwoSets() throws Exception {
        String anna = id(sendJson("POST", "/v1/sample-sets", DRAWN, bearer(key("anna", Scope.TRAIN))));
        String ben = id(sendJson("POST", "/v1/sample-sets", DRAWN, bearer(key("ben", Scope.TRAIN))));

        assertThat(get("/v1/sample-sets/" + anna, bearer(key("ben", Scope.TRAIN)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(json(get("/v1/sample-sets/" + ben, bearer(key("root", Scope.ADMIN))))
                        .path("owner")
                        .asString())
                .isEqualTo("ben");
    }

    @Test
    void nobodyTrainsOnSamplesOfAnother() throws Exception {
        String annas = id(sendJson("POST", "/v1/sample-sets", DRAWN, bearer(key("anna", Scope.TRAIN))));

        HttpResponse<byte[]> refused = sendJson(
                "POST",
                "/v1/training-jobs",
                "{\"source\": \"%s\", \"target\": \"%s\"}".formatted(annas, annas),
                bearer(key("ben", Scope.TRAIN)));

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(json(refused).path("code").asString()).isEqualTo("sample_set_not_found");
    }

    @Test
    void aModelsNameBelongsToOneOwner() throws Exception {
        assertThat(train("clara", "hers").statusCode()).isEqualTo(202);
        HttpResponse<byte[]> made = awaitModel("clara", "hers");
        assertThat(json(made).path("owner").asString()).isEqualTo("clara");

        HttpResponse<byte[]> refused = train("dora", "hers");

        assertThat(refused.statusCode()).as(text(refused)).isEqualTo(409);
        assertThat(json(refused).path("code").asString()).isEqualTo("model_name_taken");
        assertThat(train("clara", "hers").statusCode()).isEqualTo(202);
    }

    @Test
    void twoOwnersMayUseTheSameIdempotencyKey() throws Exception {
        String first = id(trainOnce("erna", "one"));

        assertThat(id(trainOnce("erna", "one"))).isEqualTo(first);
        assertThat(id(trainOnce("frieda", "one"))).isNotEqualTo(first);
    }

    @Test
    void whatWasThereBeforeBelongsToTheOwnerOfUnsecuredDays() {
        for (String table : java.util.List.of("sample_sets", "models", "training_jobs")) {
            assertThat(jdbc.sql(
                                    "select column_default from information_schema.columns where table_name = '%s' and column_name = 'owner'"
                                            .formatted(table))
                            .query(String.class)
                            .single())
                    .contains("local");
        }
    }

    private HttpResponse<byte[]> awaitModel(String owner, String model) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        HttpResponse<byte[]> answer = get("/v1/models/" + model, bearer(key(owner, Scope.READ)));
        while (answer.statusCode() == 404) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            answer = get("/v1/models/" + model, bearer(key(owner, Scope.READ)));
        }
        return answer;
    }

    private HttpResponse<byte[]> train(String owner, String model) throws Exception {
        return sendJson("POST", "/v1/training-jobs", request(model), bearer(key(owner, Scope.TRAIN)));
    }

    private HttpResponse<byte[]> trainOnce(String owner, String idempotencyKey) throws Exception {
        return sendJson(
                "POST",
                "/v1/training-jobs",
                request("of-" + owner),
                "Authorization",
                "Bearer " + key(owner, Scope.TRAIN),
                "Idempotency-Key",
                idempotencyKey);
    }

    private static String request(String model) {
        String measure = "{\"type\": \"circle\", \"count\": 100}";
        return "{\"source_measure\": %s, \"target_measure\": %s, \"solver\": {\"type\": \"gaussian\"}, \"register_as\": {\"model\": \"%s\"}}"
                .formatted(measure, measure, model);
    }

    private static String id(HttpResponse<byte[]> made) {
        assertThat(made.statusCode()).as(text(made)).isBetween(200, 299);
        return json(made).path("id").asString();
    }
}
