package io.brenier.training.problem;

import io.brenier.platform.storage.Spool;
import io.brenier.samples.SampleSet;
import io.brenier.samples.SampleSets;
import io.brenier.transport.measure.HeldOutSplit;
import io.brenier.transport.measure.stream.RowFile;
import io.brenier.transport.measure.stream.RowShuffle;
import io.brenier.transport.measure.stream.SampleStream;
import io.brenier.transport.tensor.Points;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads one side of a problem, whole or as a stream. */
@Component
class SideLoader {

    private final SampleSets samples;
    private final Spool spool;

    SideLoader(SampleSets samples, Spool spool) {
        this.samples = samples;
        this.spool = spool;
    }

    /** All points into memory. */
    LoadedSide whole(UUID set, @Nullable UUID validation) {
        return LoadedSide.inMemory(samples.load(set), validation == null ? null : samples.load(validation));
    }

    /**
     * All points into a shuffled file, of which the first are held out, unless there is a validation set, and the next lie in memory.
     *
     * @param resident points in memory
     * @param seed of the shuffle, and so of the points that are held out
     */
    LoadedSide streamed(SampleSet set, @Nullable UUID validation, int resident, long seed) throws IOException {
        RowFile file = shuffled(set, seed);
        boolean done = false;
        try {
            int heldOut =
                    validation == null ? HeldOutSplit.usualRows((int) Math.min(set.count(), Integer.MAX_VALUE)) : 0;
            Points given =
                    validation == null ? file.stretch(0, heldOut) : samples.draw(validation, HeldOutSplit.MOST_GIVEN);
            SampleStream rest = file.from(heldOut);
            LoadedSide side = new LoadedSide(rest.stretch(0, (int) Math.min(resident, rest.rows())), given, rest, file);
            done = true;
            return side;
        } finally {
            if (!done) {
                file.close();
            }
        }
    }

    private RowFile shuffled(SampleSet set, long seed) throws IOException {
        spool.requireRoom(2 * set.size());
        try (RowShuffle shuffle = new RowShuffle(set.count(), set.dimension(), seed, spool::newFile)) {
            samples.read(set.id(), (row, _) -> shuffle.add(row));
            return shuffle.finish();
        }
    }
}
