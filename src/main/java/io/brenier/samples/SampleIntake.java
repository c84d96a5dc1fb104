package io.brenier.samples;

import io.brenier.platform.ProblemException;
import io.brenier.platform.points.PointsDecoder;
import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.storage.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Makes sample sets of bytes, however they came here. */
@ConditionalOnRole(Role.API)
@Component
public class SampleIntake {

    private final SampleProperties properties;
    private final StoredSampleSets sets;
    private final Spool spool;
    private final UploadMetrics metrics;

    SampleIntake(SampleProperties properties, StoredSampleSets sets, Spool spool, UploadMetrics metrics) {
        this.properties = properties;
        this.sets = sets;
        this.spool = spool;
        this.metrics = metrics;
    }

    /** @throws ProblemException invalid_request for a name or labels that a set cannot have */
    public void requireDescription(String name, Map<String, String> labels) {
        new Description(name, labels);
    }

    public Optional<SampleSet> find(UUID id) {
        return sets.find(id);
    }

    /**
     * Stores the points.
     *
     * @param read called with the body's end reached, before anything is stored; refuses by throwing
     * @param along called in the transaction that makes the set
     */
    public SampleSet take(Source source, InputStream body, Runnable read, Consumer<SampleSet> along)
            throws IOException {
        return metrics.counted(source.format(), () -> store(source, body, read, along));
    }

    private SampleSet store(Source source, InputStream body, Runnable read, Consumer<SampleSet> along)
            throws IOException {
        try (RowSpool rows = new RowSpool(spool.newFile())) {
            PointsDecoder.decode(body, source.format(), properties.limits(source.maxBytes()), Set.of(), rows);
            read.run();
            rows.moments().requireSpread();
            SampleSet set = sets.store(new Description(source.name(), source.labels()), rows, null);
            sets.insert(set, along);
            return set;
        }
    }

    /**
     * What the bytes are.
     *
     * @param name of the set to be
     * @param labels of the set to be
     * @param format of the bytes
     * @param maxBytes how many they may be
     */
    public record Source(String name, Map<String, String> labels, PointsFormat format, long maxBytes) {}
}
