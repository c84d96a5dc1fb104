package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.dual.SwappedDualPotentials;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Has another trainer learn the way from target to source, and gives its answer the other way round. */
final class SwappedTrainer implements Trainer {

    private static final Map<String, String> OPPOSITES =
            Map.of("forward", "inverse", "inverse", "forward", "source", "target", "target", "source");
    private static final String CYCLE_ERROR = "cycle_error";

    private final Trainer trainer;

    SwappedTrainer(Trainer trainer) {
        this.trainer = trainer;
    }

    @Override
    public TrainingOutcome train(TrainingProblem problem, TrainingListener listener, @Nullable Checkpoint resume) {
        TrainingOutcome outcome = trainer.train(swapped(problem), listener, resume);
        return outcome instanceof TrainingOutcome.Completed completed
                ? new TrainingOutcome.Completed(
                        new SwappedDualPotentials(completed.potentials()),
                        completed.steps(),
                        swapped(completed.metrics()),
                        completed.notes())
                : outcome;
    }

    @Override
    public DualPotentials potentialsAt(TrainingProblem problem, Checkpoint checkpoint) {
        return new SwappedDualPotentials(trainer.potentialsAt(swapped(problem), checkpoint));
    }

    private static TrainingProblem swapped(TrainingProblem problem) {
        return new TrainingProblem(
                problem.target(),
                problem.source(),
                problem.validationTarget(),
                problem.validationSource(),
                problem.solver(),
                problem.seed(),
                problem.splits() == null ? null : problem.splits().swapped(),
                problem.streams().swapped());
    }

    /** The figures under the names that they have from source to target. */
    static Map<String, Double> swapped(Map<String, Double> figures) {
        Map<String, Double> renamed = new TreeMap<>();
        figures.forEach((name, value) -> {
            String[] words = name.split("_", -1);
            for (int i = 0; i < words.length; i++) {
                words[i] = OPPOSITES.getOrDefault(words[i], words[i]);
            }
            renamed.put(String.join("_", words), value);
        });
        // The plain one is the source's.
        renamed.remove(CYCLE_ERROR);
        Double ofSource = renamed.get(CYCLE_ERROR + "_source");
        if (ofSource != null) {
            renamed.put(CYCLE_ERROR, ofSource);
        }
        return Map.copyOf(renamed);
    }
}
