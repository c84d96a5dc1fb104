package io.brenier.training.problem;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.samples.SampleSet;
import io.brenier.samples.SampleSets;
import io.brenier.training.job.JobPlan;
import io.brenier.transport.dual.SampleStreams;
import io.brenier.transport.dual.SplitSeeds;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.problem.RandomStream;
import io.brenier.transport.measure.stream.RowFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads what a plan names, as far as it fits into memory. */
@Component
public class Problems {

    private static final int MOST_RESIDENT = 1 << 26;

    private final SampleSets samples;
    private final SideLoader loader;
    private final TrainingMemory memory;

    Problems(SampleSets samples, SideLoader loader, TrainingMemory memory) {
        this.samples = samples;
        this.loader = loader;
        this.memory = memory;
    }

    /** @throws ProblemException job_too_large, sample_set_not_found */
    public LoadedProblem load(JobPlan plan) throws IOException {
        SampleSet source = required(plan.source());
        SampleSet target = required(plan.target());
        Residency residency = memory.residency(
                plan.solver(),
                plan.dimension(),
                rows(source, plan.validationSource()),
                rows(target, plan.validationTarget()));
        SplitSeeds given =
                plan.sweep() == null ? null : RandomStream.splits(plan.sweep().splitSeed());
        SplitSeeds seeds = given == null ? RandomStream.splits(plan.seed()) : given;
        List<RowFile> files = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        boolean done = false;
        try {
            LoadedSide from =
                    side("source", source, plan.validationSource(), residency.source(), seeds.source(), files, notes);
            LoadedSide to =
                    side("target", target, plan.validationTarget(), residency.target(), seeds.target(), files, notes);
            TrainingProblem problem = new TrainingProblem(
                    from.points(),
                    to.points(),
                    from.validation(),
                    to.validation(),
                    plan.solver(),
                    plan.seed(),
                    given,
                    new SampleStreams(from.stream(), to.stream(), windowRows(from, to)));
            done = true;
            return new LoadedProblem(problem, files, notes);
        } finally {
            if (!done) {
                for (RowFile file : files) {
                    file.close();
                }
            }
        }
    }

    /** As many as lie in memory of the streamed side with the fewest: the estimate of a job's memory counts them once more. */
    private static int windowRows(LoadedSide from, LoadedSide to) {
        return Stream.of(from, to)
                .filter(side -> side.stream() != null)
                .mapToInt(side -> side.points().rows())
                .min()
                .orElse(0);
    }

    private LoadedSide side(
            String name,
            SampleSet set,
            @Nullable UUID validation,
            long resident,
            long seed,
            List<RowFile> files,
            List<String> notes)
            throws IOException {
        if (resident >= set.count()) {
            return loader.whole(set.id(), validation);
        }
        int rows = (int) Math.min(resident, Math.min(MOST_RESIDENT, Integer.MAX_VALUE / (4 * set.dimension())));
        LoadedSide side = loader.streamed(set, validation, rows, seed);
        if (side.file() != null) {
            files.add(side.file());
        }
        notes.add(
                "The %,d points of the %s do not fit into the memory allowed: batches are drawn from long stretches of them in random order, read from the disk; what is not done in batches (moments, instant answers, figures) sees %,d of them, drawn at random."
                        .formatted(set.count(), name, side.points().rows()));
        return side;
    }

    private SideRows rows(SampleSet set, @Nullable UUID validation) {
        return new SideRows(
                set.count(), validation == null ? 0 : required(validation).count());
    }

    private SampleSet required(UUID id) {
        return samples.find(id)
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.SAMPLE_SET_NOT_FOUND, "Sample set %s is not there any more.".formatted(id)));
    }
}
