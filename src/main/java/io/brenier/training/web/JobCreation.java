package io.brenier.training.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.Sha256;
import io.brenier.training.job.JobPlan;
import io.brenier.training.queue.QueueLimit;
import io.brenier.training.request.NewTrainingJob;
import io.brenier.training.request.Outline;
import io.brenier.training.request.Plans;
import io.brenier.training.store.IdempotencyKeys;
import io.brenier.training.store.Jobs;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Makes jobs, each request with an Idempotency-Key only once. */
@Component
class JobCreation {

    private static final int LONGEST_KEY = 255;

    private final Plans plans;
    private final Jobs jobs;
    private final QueueLimit limit;
    private final IdempotencyKeys keys;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    JobCreation(
            Plans plans,
            Jobs jobs,
            QueueLimit limit,
            IdempotencyKeys keys,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.plans = plans;
        this.jobs = jobs;
        this.limit = limit;
        this.keys = keys;
        this.transaction = transaction;
        this.json = json;
    }

    TrainingJob create(NewTrainingJob asked, @Nullable String keyHeader) {
        String key = key(keyHeader);
        if (key == null) {
            return make(asked, null);
        }
        Optional<String> answered = keys.claim(key, Sha256.of(json.writeValueAsString(asked)));
        if (answered.isPresent()) {
            return json.readValue(answered.get(), TrainingJob.class);
        }
        boolean made = false;
        try {
            TrainingJob job = make(asked, key);
            made = true;
            return job;
        } finally {
            if (!made) {
                keys.release(key);
            }
        }
    }

    private TrainingJob make(NewTrainingJob asked, @Nullable String key) {
        UUID id = jobs.nextId();
        Outline outline = plans.outline(id, asked);
        limit.requireRoom();
        JobPlan plan = plans.plan(outline);
        return transaction.execute(_ -> {
            plans.hold(plan);
            TrainingJob job = TrainingJob.of(jobs.create(id, plan));
            if (key != null) {
                keys.answer(key, id, json.writeValueAsString(job));
            }
            return job;
        });
    }

    /** The draft's structured string is quoted; many clients send it bare. */
    private static @Nullable String key(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String given = header.strip();
        boolean quoted = given.length() >= 2 && given.startsWith("\"") && given.endsWith("\"");
        String key = quoted ? given.substring(1, given.length() - 1) : given;
        if (key.isEmpty() || key.length() > LONGEST_KEY || key.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
            throw ProblemException.at(
                    "Idempotency-Key",
                    ProblemCode.INVALID_REQUEST,
                    "the Idempotency-Key must have 1 to %d printable ASCII characters, bare or in quotes."
                            .formatted(LONGEST_KEY));
        }
        return key;
    }
}
