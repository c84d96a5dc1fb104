package io.brenier.training.sweep.web;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.job.Job;
import io.brenier.training.job.JobStatus;
import io.brenier.training.request.NewTrainingJob.Registration;
import io.brenier.training.store.Jobs;
import io.brenier.training.sweep.Ranking;
import io.brenier.training.sweep.Sweep;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts sweeps and what their jobs came to together. */
@Component
@ConditionalOnRole(Role.API)
class SweepViews {

    private final Jobs jobs;
    private final JsonMapper json;

    SweepViews(Jobs jobs, JsonMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    /** Without its jobs. */
    SweepView summary(Sweep sweep) {
        return summaries(List.of(sweep)).getFirst();
    }

    List<SweepView> summaries(List<Sweep> sweeps) {
        Map<UUID, Map<JobStatus, Integer>> counts =
                jobs.countsOfSweeps(sweeps.stream().map(Sweep::id).toList());
        return sweeps.stream()
                .map(sweep -> view(sweep, counts.getOrDefault(sweep.id(), Map.of()), null))
                .toList();
    }

    /** With its jobs, best first; figures and counts are of the same moment. */
    SweepView comparison(Sweep sweep) {
        List<Job> all = jobs.ofSweep(sweep.id());
        Map<JobStatus, Integer> counts = new EnumMap<>(JobStatus.class);
        all.forEach(job -> counts.merge(job.status(), 1, Integer::sum));
        return view(
                sweep,
                counts,
                Ranking.of(all, sweep.heldOut()).stream().map(SweepJob::of).toList());
    }

    private SweepView view(Sweep sweep, Map<JobStatus, Integer> counts, @Nullable List<SweepJob> ranked) {
        return new SweepView(
                sweep.id(),
                SweepStatus.of(sweep),
                sweep.jobs(),
                SweepCounts.of(counts),
                json.readValue(sweep.request(), NewSweep.class),
                sweep.splitSeed(),
                sweep.heldOut(),
                new Registration(sweep.model(), sweep.alias()),
                sweep.promoted() == null || sweep.promotedJob() == null
                        ? null
                        : new SweepView.Promoted(
                                sweep.promotedJob(),
                                sweep.promoted().name(),
                                sweep.promoted().version()),
                ranked,
                sweep.metadata(),
                sweep.createdAt(),
                sweep.cancelledAt(),
                sweep.endedAt());
    }
}
