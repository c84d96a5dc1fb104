package io.brenier.training.sweep.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.job.JobPlan;
import io.brenier.training.job.SweepPlace;
import io.brenier.training.queue.QueueLimit;
import io.brenier.training.request.NewTrainingJob;
import io.brenier.training.request.Outline;
import io.brenier.training.request.Plans;
import io.brenier.training.request.Sets;
import io.brenier.training.run.TrainingProperties;
import io.brenier.training.sweep.NewSweepJobs;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns a request into the plans of all its jobs. Every one of them is checked before anything is drawn or stored. */
@Component
@ConditionalOnRole(Role.API)
class SweepPlans {

    private final Settings settings;
    private final Plans plans;
    private final QueueLimit limit;
    private final TrainingProperties properties;
    private final JsonMapper json;

    SweepPlans(Settings settings, Plans plans, QueueLimit limit, TrainingProperties properties, JsonMapper json) {
        this.settings = settings;
        this.plans = plans;
        this.limit = limit;
        this.properties = properties;
        this.json = json;
    }

    /**
     * The jobs that the sweep is to make; samples of measures are drawn.
     *
     * @throws ProblemException invalid_spec with a pointer to each setting that cannot be carried out, or what is wrong with the rest
     */
    NewSweepJobs of(UUID sweep, NewSweep asked) {
        List<Long> seeds = seeds(asked);
        List<Setting> tried = settings.of(asked, properties.maxSweepJobs());
        requireCount(tried.size(), seeds.size());
        boolean promote = asked.promote() == null || asked.promote();
        NewTrainingJob.Registration register = asked.registerAs();
        requireAliasOnlyWhere(promote, register);
        long splitSeed = asked.splitSeed() == null ? seeds.getFirst() : asked.splitSeed();
        String model = register == null || register.model() == null ? "sweep-" + sweep : register.model();
        Sets sets = plans.sets(asked.job(null, model), splitSeed);
        List<Outline> outlines = new SettingChecks(plans, sweep, asked, model, sets).all(tried);
        limit.requireRoom(tried.size() * seeds.size());
        JobPlan problem = plans.plan(outlines.getFirst());
        List<JobPlan> jobs = new ArrayList<>();
        for (int setting = 0; setting < tried.size(); setting++) {
            for (long seed : seeds) {
                SweepPlace place = new SweepPlace(
                        sweep, jobs.size(), splitSeed, tried.get(setting).values());
                jobs.add(problem.inSweep(outlines.get(setting).solver(), seed, place));
            }
        }
        return new NewSweepJobs(
                jobs,
                json.writeValueAsString(asked),
                splitSeed,
                sets.heldOutRows(),
                promote ? outlines.getFirst().alias() : null,
                problem.metadata());
    }

    private static List<Long> seeds(NewSweep asked) {
        List<Long> seeds = new ArrayList<>();
        if (asked.seeds() == null) {
            return List.of(0L);
        }
        for (Long seed : asked.seeds()) {
            if (seed == null || seeds.contains(seed)) {
                throw invalid(
                        "/seeds/" + seeds.size(),
                        seed == null ? "a seed is null; give an integer." : "seed %d is there twice.".formatted(seed));
            }
            seeds.add(seed);
        }
        if (seeds.isEmpty()) {
            throw invalid("/seeds", "there are no seeds; give at least one, or leave seeds away.");
        }
        return seeds;
    }

    private void requireCount(int tried, int seeds) {
        long jobs = (long) tried * seeds;
        if (jobs > properties.maxSweepJobs()) {
            throw invalid(
                    "/seeds",
                    "%d settings with %d seeds are %d jobs; a sweep may have up to %d (brenier.training.max-sweep-jobs)."
                            .formatted(tried, seeds, jobs, properties.maxSweepJobs()));
        }
    }

    private static void requireAliasOnlyWhere(boolean promote, NewTrainingJob.@Nullable Registration register) {
        if (!promote && register != null && register.alias() != null) {
            throw invalid(
                    "/register_as/alias",
                    "with \"promote\": false no version gets the alias '%s'; leave one of the two away."
                            .formatted(register.alias()));
        }
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.at(pointer, ProblemCode.INVALID_SPEC, detail);
    }
}
