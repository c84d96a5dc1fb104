package io.brenier.samples;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.storage.Spool;
import io.brenier.samples.measure.Drawing;
import io.brenier.samples.measure.MeasureJson;
import io.brenier.samples.measure.NamedMeasures;
import io.brenier.transport.measure.named.Measure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Draws samples from measures to the disk, never more than a row of them in memory. */
@ConditionalOnRole(Role.API)
@Component
class DrawnSampleSets implements MeasureSamples {

    private final SampleProperties properties;
    private final StoredSampleSets sets;
    private final SampleSetTable table;
    private final Spool spool;

    DrawnSampleSets(SampleProperties properties, StoredSampleSets sets, SampleSetTable table, Spool spool) {
        this.properties = properties;
        this.sets = sets;
        this.table = table;
        this.spool = spool;
    }

    @Override
    public Drawing check(MeasureJson asked, long seed, String pointer) {
        return NamedMeasures.drawing(asked, seed, properties.limits(), pointer);
    }

    @Override
    public SampleSet draw(Drawing drawing) {
        return table.find(drawing.json()).orElseGet(() -> stored(drawing));
    }

    private SampleSet stored(Drawing drawing) {
        try (RowSpool rows = new RowSpool(spool.newFile())) {
            fill(rows, drawing);
            return sets.add(new Description(drawing.name(), Map.of()), rows, drawing.json());
        } catch (IOException failure) {
            throw new UncheckedIOException("the samples of " + drawing.name() + " cannot be stored", failure);
        }
    }

    /** Draws all rows. */
    void fill(RowSpool rows, Drawing drawing) throws IOException {
        Measure measure = drawing.measure().get();
        int dimension = drawing.dimension();
        RandomGenerator random = Measure.generator(drawing.seed());
        double[] drawn = new double[dimension];
        float[] row = new float[dimension];
        for (int i = 0; i < drawing.count(); i++) {
            measure.draw(random, drawn);
            for (int j = 0; j < dimension; j++) {
                row[j] = (float) drawn[j];
            }
            rows.row(row, dimension);
        }
        rows.moments().requireSpread();
    }
}
