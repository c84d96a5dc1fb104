package io.brenier.samples;

import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobStore;
import io.brenier.platform.Excerpt;
import io.brenier.platform.Ids;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.limits.Quotas;
import io.brenier.platform.points.PointsDecoder;
import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.points.PointsLimits;
import io.brenier.platform.points.PointsSink;
import io.brenier.platform.security.Ownership;
import io.brenier.samples.measure.MeasureJson;
import io.brenier.transport.tensor.Points;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sample sets whose rows lie in the database and whose points lie in the blob store. */
@Service
class StoredSampleSets implements SampleSets {

    private static final PointsLimits AS_STORED = new PointsLimits(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);

    private final SampleSetTable table;
    private final BlobStore blobs;
    private final List<SampleSetUsage> usages;
    private final Ownership ownership;
    private final Quotas quotas;
    private final Ids ids;
    private final Clock clock;

    StoredSampleSets(
            SampleSetTable table,
            BlobStore blobs,
            List<SampleSetUsage> usages,
            Ownership ownership,
            Quotas quotas,
            Ids ids,
            Clock clock) {
        this.table = table;
        this.blobs = blobs;
        this.usages = List.copyOf(usages);
        this.ownership = ownership;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<SampleSet> find(UUID id) {
        return table.find(id);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<SampleSet> findAndHold(UUID id) {
        return table.findForUpdate(id);
    }

    @Override
    public Points load(UUID id) {
        SampleSet set = table.find(id).orElseThrow(() -> notFound(id.toString()));
        try (InputStream blob = new BufferedInputStream(blobs.open(set.sha256()))) {
            return PointsDecoder.decode(blob, PointsFormat.NPY, AS_STORED);
        } catch (IOException failure) {
            throw new UncheckedIOException("the points of sample set " + id + " cannot be read", failure);
        }
    }

    @Override
    public Points draw(UUID id, int most) {
        SampleSet set = table.find(id).orElseThrow(() -> notFound(id.toString()));
        RowDraw draw = new RowDraw(set.count(), set.dimension(), most);
        read(set, draw);
        return draw.points();
    }

    @Override
    public void read(UUID id, PointsSink sink) {
        read(table.find(id).orElseThrow(() -> notFound(id.toString())), sink);
    }

    private void read(SampleSet set, PointsSink sink) {
        try (InputStream blob = new BufferedInputStream(blobs.open(set.sha256()))) {
            PointsDecoder.decode(blob, PointsFormat.NPY, AS_STORED, Set.of(), sink);
        } catch (IOException failure) {
            throw new UncheckedIOException("the points of sample set " + set.id() + " cannot be read", failure);
        }
    }

    /**
     * Stores what was spooled; the row comes last, so that no set is ever without its points.
     *
     * @param measure what the rows were drawn from; null where they were uploaded
     */
    SampleSet add(Description description, RowSpool rows, @Nullable MeasureJson measure) throws IOException {
        SampleSet set = store(description, rows, measure);
        table.insert(set);
        return set;
    }

    /** Stores the points of a set to be, which {@link #insert} makes. */
    SampleSet store(Description description, RowSpool rows, @Nullable MeasureJson measure) throws IOException {
        Moments moments = rows.moments();
        quotas.requireRoom(Float.BYTES * moments.count() * moments.dimension());
        BlobRef blob = rows.store(blobs);
        return new SampleSet(
                ids.next(),
                ownership.owner(),
                description.name(),
                description.labels(),
                moments.count(),
                moments.dimension(),
                SampleSet.DTYPE,
                blob.sha256(),
                blob.size(),
                moments.mean(),
                moments.variance(),
                measure,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Makes the set, and whatever must be true with it, in one transaction. */
    @Transactional
    public void insert(SampleSet set, Consumer<SampleSet> along) {
        table.insert(set);
        along.accept(set);
    }

    /**
     * Deletes the set; its points go with the blob collector.
     *
     * @throws ProblemException sample_set_in_use if something still needs it
     */
    @Transactional
    public void delete(UUID id) {
        if (table.findForUpdate(id).isEmpty()) {
            throw notFound(id.toString());
        }
        for (SampleSetUsage usage : usages) {
            usage.neededBy(id).ifPresent(what -> {
                throw ProblemException.of(
                        ProblemCode.SAMPLE_SET_IN_USE,
                        "Sample set %s is needed by %s; wait for its end or cancel it.".formatted(id, what));
            });
        }
        table.delete(id);
    }

    static ProblemException notFound(String id) {
        return ProblemException.of(
                ProblemCode.SAMPLE_SET_NOT_FOUND,
                "There is no sample set '%s'; GET /v1/sample-sets lists those there are."
                        .formatted(Excerpt.of(id, 40)));
    }
}
