package io.brenier.transport.measure.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.tensor.Points;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowShuffleTest {

    @TempDir
    private Path folder;

    @Test
    void keepsEveryRowOnce() throws IOException {
        try (RowFile file = shuffled(1000, 5, 1)) {
            assertThat(file.rows()).isEqualTo(1000);
            assertThat(first(file.stretch(0, 1000)).sorted().toArray())
                    .containsExactly(IntStream.range(0, 1000).toArray());
            Points some = file.stretch(10, 3);
            assertThat(some.at(1, 1)).as("rows stay whole").isEqualTo(-some.at(1, 0));
        }
    }

    @Test
    void theSameSeedGivesTheSameOrderAndAnotherAnother() throws IOException {
        try (RowFile one = shuffled(500, 3, 1);
                RowFile same = shuffled(500, 3, 1);
                RowFile other = shuffled(500, 3, 2)) {
            assertThat(same.stretch(0, 500)).isEqualTo(one.stretch(0, 500));
            assertThat(other.stretch(0, 500)).isNotEqualTo(one.stretch(0, 500));
        }
    }

    @Test
    void everyRowIsAsLikelyAtEveryPlace() throws IOException {
        int rows = 6;
        int shuffles = 1200;
        int[][] counts = new int[rows][rows];
        for (int seed = 0; seed < shuffles; seed++) {
            try (RowFile file = shuffled(rows, 2, seed)) {
                int[] order = first(file.stretch(0, rows)).toArray();
                for (int place = 0; place < rows; place++) {
                    counts[order[place]][place]++;
                }
            }
        }

        // χ² of (6 − 1)² = 25 degrees of freedom: above 60 with a probability of one in 10,000.
        double expected = (double) shuffles / rows;
        double chiSquared = Arrays.stream(counts)
                .flatMapToInt(Arrays::stream)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat(chiSquared).isLessThan(60);
    }

    @Test
    void theMeanOverAllStretchesIsTheMeanOverAllRows() throws IOException {
        try (RowFile file = shuffled(101, 4, 1)) {
            double sum = 0;
            for (int from = 0; from < 101; from++) {
                sum += first(file.stretch(from, 16)).average().orElseThrow();
            }
            assertThat(sum / 101).isCloseTo(50, within(1e-9));
        }
    }

    @Test
    void aStretchGoesOnAtTheBeginning() throws IOException {
        try (RowFile file = shuffled(10, 2, 1)) {
            int[] all = first(file.stretch(0, 10)).toArray();

            assertThat(first(file.stretch(8, 5)).toArray()).containsExactly(all[8], all[9], all[0], all[1], all[2]);
            SampleStream rest = file.from(3);
            assertThat(rest.rows()).isEqualTo(7);
            assertThat(first(rest.stretch(5, 4)).toArray()).containsExactly(all[8], all[9], all[3], all[4]);
        }
    }

    @Test
    void leavesNoFile() throws IOException {
        shuffled(100, 3, 1).close();
        try (RowShuffle unfinished = new RowShuffle(3, 2, 1, this::newFile)) {
            unfinished.add(new float[] {1, 2});
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private RowFile shuffled(int rows, int buckets, long seed) throws IOException {
        try (RowShuffle shuffle = new RowShuffle(buckets, 2, seed, this::newFile)) {
            for (int row = 0; row < rows; row++) {
                shuffle.add(new float[] {row, -row});
            }
            return shuffle.finish();
        }
    }

    private Path newFile() {
        return folder.resolve(UUID.randomUUID().toString());
    }

    private static IntStream first(Points points) {
        return IntStream.range(0, points.rows()).map(row -> (int) points.at(row, 0));
    }
}
