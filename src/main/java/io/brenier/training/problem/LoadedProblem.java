package io.brenier.training.problem;

import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.measure.stream.RowFile;
import java.io.IOException;
import java.util.List;

/**
 * A problem, and the files that it streams from, which closing deletes.
 *
 * @param problem what is learned
 * @param files of the sides that do not fit into memory
 * @param notes what a user should know about them, in sentences
 */
public record LoadedProblem(TrainingProblem problem, List<RowFile> files, List<String> notes) implements AutoCloseable {

    public LoadedProblem {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    @Override
    public void close() throws IOException {
        for (RowFile file : files) {
            file.close();
        }
    }
}
