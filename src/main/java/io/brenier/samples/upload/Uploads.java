package io.brenier.samples.upload;

import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobStore;
import io.brenier.platform.Excerpt;
import io.brenier.platform.Ids;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.points.LimitedStream;
import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.samples.SampleIntake;
import io.brenier.samples.SampleSet;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Uploads from their opening to the sample set. Parts lie in the blob store and their list in the database, so that any process may take any part, in any order
 * and at the same time.
 */
@ConditionalOnRole(Role.API)
@Component
class Uploads {

    private final UploadTable table;
    private final BlobStore blobs;
    private final SampleIntake intake;
    private final UploadProperties properties;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Uploads(
            UploadTable table,
            BlobStore blobs,
            SampleIntake intake,
            UploadProperties properties,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.table = table;
        this.blobs = blobs;
        this.intake = intake;
        this.properties = properties;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    Upload open(String name, Map<String, String> labels, PointsFormat format) {
        intake.requireDescription(name, labels);
        Instant now = now();
        if (table.countOpen(now) >= properties.maxOpen()) {
            throw ProblemException.retryLater(
                    ProblemCode.TOO_MANY_UPLOADS,
                    "%,d uploads are open, and no more may be; complete or delete some."
                            .formatted(properties.maxOpen()),
                    60);
        }
        Upload upload = new Upload(ids.next(), name, labels, format, now, now.plus(properties.expireAfter()), null);
        table.insert(upload);
        return upload;
    }

    /** @throws ProblemException upload_not_found, upload_expired */
    Upload get(String id) {
        Upload upload = Ids.parse(id).flatMap(table::find).orElseThrow(() -> notFound(id));
        if (upload.sampleSet() == null && !upload.expiresAt().isAfter(now())) {
            throw expired(upload);
        }
        return upload;
    }

    List<UploadPart> parts(Upload upload) {
        return table.parts(upload.id());
    }

    /**
     * Stores a part; one of the same number that came before is replaced.
     *
     * @param body of the part
     * @param received to be called with the body's end reached, before anything is stored; refuses by throwing
     */
    UploadPart put(Upload upload, int number, InputStream body, Runnable received) throws IOException {
        requireOpen(upload);
        UploadPart part = store(number, body, received);
        long bytes = table.bytesBeside(upload.id(), number) + part.size();
        if (bytes > properties.maxBytes().toBytes()) {
            throw ProblemException.of(
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    "With this part the upload has %,d bytes; at most %,d are allowed."
                            .formatted(bytes, properties.maxBytes().toBytes()));
        }
        transaction.executeWithoutResult(_ -> {
            Instant now = now();
            if (!table.extend(upload.id(), now, now.plus(properties.expireAfter()))) {
                throw closed(upload);
            }
            table.put(upload.id(), part, now);
        });
        return part;
    }

    /** Makes the sample set; of an upload that has become one already, gives that. */
    SampleSet complete(Upload upload, UploadCompletion asked) throws IOException {
        Optional<SampleSet> before = made(upload);
        if (before.isPresent()) {
            return before.get();
        }
        List<UploadPart> parts = table.parts(upload.id());
        PartCheck.require(parts, asked.parts());
        WholeCheck whole = new WholeCheck(asked.sha256());
        try (InputStream body = whole.watch(new PartsStream(blobs, parts))) {
            return intake.take(
                    new SampleIntake.Source(
                            upload.name(),
                            upload.labels(),
                            upload.format(),
                            properties.maxBytes().toBytes()),
                    body,
                    whole::verify,
                    set -> {
                        if (!table.complete(upload.id(), set.id(), now())) {
                            throw new OvertakenException();
                        }
                    });
        } catch (OvertakenException overtaken) {
            return made(get(upload.id().toString())).orElseThrow(() -> closed(upload));
        }
    }

    void delete(Upload upload) {
        table.delete(upload.id());
    }

    private Optional<SampleSet> made(Upload upload) {
        UUID set = upload.sampleSet();
        if (set == null) {
            return Optional.empty();
        }
        return Optional.of(intake.find(set)
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.INVALID_STATE,
                        "Upload %s became sample set %s, which has been deleted.".formatted(upload.id(), set))));
    }

    private UploadPart store(int number, InputStream body, Runnable received) throws IOException {
        try (BlobStore.Staged staged = blobs.stage()) {
            new LimitedStream(body, properties.maxPartSize().toBytes()).transferTo(staged.stream());
            received.run();
            BlobRef blob = staged.commit();
            return new UploadPart(number, blob.sha256(), blob.size());
        }
    }

    private void requireOpen(Upload upload) {
        if (upload.sampleSet() != null) {
            throw closed(upload);
        }
    }

    private ProblemException closed(Upload upload) {
        @Nullable Upload now = table.find(upload.id()).orElse(null);
        if (now == null) {
            return notFound(upload.id().toString());
        }
        if (now.sampleSet() == null) {
            return expired(now);
        }
        return ProblemException.of(
                ProblemCode.INVALID_STATE,
                "Upload %s is complete: it has become sample set %s.".formatted(now.id(), now.sampleSet()));
    }

    private static ProblemException expired(Upload upload) {
        return ProblemException.of(
                ProblemCode.UPLOAD_EXPIRED,
                "Upload %s expired at %s: no part came for too long. Begin anew with POST /v1/uploads."
                        .formatted(upload.id(), upload.expiresAt()));
    }

    private static ProblemException notFound(String id) {
        return ProblemException.of(
                ProblemCode.UPLOAD_NOT_FOUND,
                "There is no upload '%s'; POST /v1/uploads opens one.".formatted(Excerpt.of(id, 40)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Somebody else completed, deleted or outwaited the upload in the meantime; the transaction is rolled back. */
    private static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
