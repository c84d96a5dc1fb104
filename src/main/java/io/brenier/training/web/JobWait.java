package io.brenier.training.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.job.Job;
import io.brenier.training.store.Jobs;
import io.brenier.training.watch.JobWatch;
import io.brenier.training.watch.JobWatches;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code Prefer: wait=N} (RFC 7240): an answer that waits for news. */
@ConditionalOnRole(Role.API)
@Component
class JobWait {

    private static final int MOST_SECONDS = 60;

    private final Jobs jobs;
    private final JobWatches watches;

    JobWait(Jobs jobs, JobWatches watches) {
        this.jobs = jobs;
        this.watches = watches;
    }

    /** The seconds that the header asks for, at most 60; 0 where it asks for no waiting. */
    static int seconds(@Nullable String prefer) {
        if (prefer == null) {
            return 0;
        }
        for (String preference : prefer.split("[,;]", -1)) {
            String[] pair = preference.strip().toLowerCase(Locale.ROOT).split("\\s*=\\s*", 2);
            if (pair.length == 2 && pair[0].equals("wait") && pair[1].matches("\"?\\d{1,9}\"?")) {
                return Math.min(MOST_SECONDS, Integer.parseInt(pair[1].replace("\"", "")));
            }
        }
        return 0;
    }

    /** The job as soon as it is news or has ended, or as it is when the time is over. */
    Job await(UUID id, int seconds, Predicate<Job> news) {
        long deadline = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try (JobWatch watch = watches.watch(id)) {
            while (true) {
                long seen = watch.count();
                Job job = jobs.get(id);
                long left = deadline - System.nanoTime();
                if (left <= 0 || job.status().ended() || news.test(job) || watch.closed()) {
                    return job;
                }
                watch.await(seen, Duration.ofNanos(left));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.retryLater(ProblemCode.SHUTTING_DOWN, "the service is shutting down", 1);
        }
    }
}
