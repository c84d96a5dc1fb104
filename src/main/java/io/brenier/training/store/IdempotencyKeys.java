package io.brenier.training.store;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.database.Times;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Ownership;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Idempotency-Keys of job creation, each owner's by themselves. A key is claimed before the work, in a transaction of its own; the answer is
 * stored in the transaction
 * that makes the job, so that a key with an answer always has its job, and the other way round.
 */
@ConditionalOnRole(Role.API)
@Repository
public class IdempotencyKeys {

    private static final Duration RETENTION = Duration.ofHours(24);
    /** A claim this old without an answer was left by a process that died. */
    private static final Duration ABANDONED = Duration.ofMinutes(1);

    private static final int RETRY_SECONDS = 1;

    private final JdbcClient jdbc;
    private final Ownership owner;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Ownership owner, Clock clock) {
        this.jdbc = jdbc;
        this.owner = owner;
        this.clock = clock;
    }

    /**
     * Claims the key for the request, or finds what it was answered.
     *
     * @return the stored answer; empty: the key is the caller's, to be answered or released
     * @throws ProblemException idempotency_key_reused for another request, idempotency_key_in_progress while the first is being answered
     */
    public Optional<String> claim(String key, String requestSha256) {
        forgetOld();
        while (true) {
            try {
                insert(key, requestSha256);
                return Optional.empty();
            } catch (DuplicateKeyException known) {
                Optional<Kept> kept = find(key);
                // None: the first request has just released it, and the key can be claimed after all.
                if (kept.isPresent()) {
                    return answerOf(kept.get(), requestSha256);
                }
            }
        }
    }

    /** Stores the answer, in the caller's transaction. */
    public void answer(String key, UUID job, String answer) {
        jdbc.sql(
                        "update idempotency_keys set job_id = :job, answer = :answer where owner = :owner and idempotency_key = :key")
                .param("job", job)
                .param("answer", answer)
                .param("owner", owner.owner())
                .param("key", key)
                .update();
    }

    /** Gives a claimed key back: nothing was made. */
    public void release(String key) {
        jdbc.sql("delete from idempotency_keys where owner = :owner and idempotency_key = :key and answer is null")
                .param("owner", owner.owner())
                .param("key", key)
                .update();
    }

    private void insert(String key, String requestSha256) {
        jdbc.sql(
                        "insert into idempotency_keys (owner, idempotency_key, request_sha256, created_at) values (:owner, :key, :sha256, :now)")
                .param("owner", owner.owner())
                .param("key", key)
                .param("sha256", requestSha256)
                .param("now", Times.column(clock.instant()))
                .update();
    }

    private Optional<String> answerOf(Kept kept, String requestSha256) {
        if (!kept.requestSha256().equals(requestSha256)) {
            throw ProblemException.of(
                    ProblemCode.IDEMPOTENCY_KEY_REUSED,
                    "this Idempotency-Key was used for another request; take a new key for a new request, or send the same one again.");
        }
        if (kept.answer() == null && !takenOver(kept)) {
            throw ProblemException.retryLater(
                    ProblemCode.IDEMPOTENCY_KEY_IN_PROGRESS,
                    "the first request with this Idempotency-Key is still being answered; ask again.",
                    RETRY_SECONDS);
        }
        return Optional.ofNullable(kept.answer());
    }

    private boolean takenOver(Kept kept) {
        Instant now = clock.instant();
        return kept.createdAt().isBefore(now.minus(ABANDONED))
                && jdbc.sql("""
                                update idempotency_keys set created_at = :now
                                where owner = :owner and idempotency_key = :key and created_at = :before and answer is null""")
                                .param("now", Times.column(now))
                                .param("owner", owner.owner())
                                .param("key", kept.key())
                                .param("before", Times.column(kept.createdAt()))
                                .update()
                        == 1;
    }

    private Optional<Kept> find(String key) {
        return jdbc.sql("select * from idempotency_keys where owner = :owner and idempotency_key = :key")
                .param("owner", owner.owner())
                .param("key", key)
                .query((row, _) -> new Kept(
                        key, row.getString("request_sha256"), Times.read(row, "created_at"), row.getString("answer")))
                .optional();
    }

    private void forgetOld() {
        jdbc.sql("delete from idempotency_keys where created_at < :before")
                .param("before", Times.column(clock.instant().minus(RETENTION)))
                .update();
    }

    private record Kept(
            String key,
            String requestSha256,
            Instant createdAt,
            @Nullable String answer) {}
}
