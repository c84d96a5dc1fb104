package io.brenier.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import io.brenier.RunningService;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

/** What clients are told where a foreign key found out before any check did. */
class BrokenReferenceIT extends RunningService {

    private final JdbcClient jdbc;
    private final ProblemAdvice advice;

    @Autowired
    BrokenReferenceIT(JdbcClient jdbc, ProblemAdvice advice) {
        this.jdbc = jdbc;
        this.advice = advice;
    }

    @Test
    void aReferenceToWhatIsGoneIsAConflict() {
        assertThat(codeOf(catchException(() -> insertVersionOf("gone")))).isEqualTo("409 invalid_state");
    }

    @Test
    void removingWhatIsReferredToIsAConflict() {
        UUID upload = UUID.randomUUID();
        String blob = "f".repeat(64);
        jdbc.sql(
                        "insert into blobs (sha256, size_bytes, object_key, committed_at) values (:sha256, 1, 'x', current_timestamp)")
                .param("sha256", blob)
                .update();
        jdbc.sql(
                        "insert into uploads (id, name, labels, format, created_at, expires_at) values (:id, 'n', '{}', 'csv', :now, :now)")
                .param("id", upload)
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        "insert into upload_parts (upload_id, number, sha256, size_bytes, received_at) values (:id, 1, :sha256, 1, current_timestamp)")
                .param("id", upload)
                .param("sha256", blob)
                .update();

        Exception refused = catchException(() -> jdbc.sql("delete from blobs where sha256 = :sha256")
                .param("sha256", blob)
                .update());

        assertThat(codeOf(refused)).isEqualTo("409 invalid_state");
    }

    @Test
    void aStatementThatIsWrongIsOurs() {
        assertThat(codeOf(catchException(
                        () -> jdbc.sql("insert into workers (id) values (null)").update())))
                .isEqualTo("500 internal");
    }

    private void insertVersionOf(String model) {
        jdbc.sql(
                        "insert into model_aliases (model, alias, version, revision, updated_at) values (:model, 'a', 1, :revision, current_timestamp)")
                .param("model", model)
                .param("revision", UUID.randomUUID())
                .update();
    }

    private String codeOf(Exception refused) {
        ResponseEntity<Object> answer = advice.anythingElse(refused, new MockHttpServletRequest());
        Problem problem =
                (Problem) Objects.requireNonNull(Objects.requireNonNull(answer).getBody());
        return answer.getStatusCode().value() + " " + problem.code();
    }
}
