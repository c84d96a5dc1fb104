package io.brenier.models.transfer;

import io.brenier.models.ModelPublisher;
import io.brenier.models.ModelVersionId;
import io.brenier.models.NewModelVersion;
import io.brenier.models.registry.ModelNames;
import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobStore;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.limits.Quotas;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Ownership;
import io.brenier.transport.archive.ArchiveException;
import io.brenier.transport.archive.ArchiveLimits;
import io.brenier.transport.archive.ArchivedModel;
import io.brenier.transport.archive.ModelArchive;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes archives in: as they are, bit for bit, once they have been read and understood to the end. */
@ConditionalOnRole(Role.API)
@Component
public class ArchiveImport {

    private static final int MANIFEST_BYTES = 4 << 20;

    private final BlobStore blobs;
    private final ModelPublisher publisher;
    private final Ownership ownership;
    private final Quotas quotas;
    private final ModelsProperties properties;

    ArchiveImport(
            BlobStore blobs,
            ModelPublisher publisher,
            Ownership ownership,
            Quotas quotas,
            ModelsProperties properties) {
        this.blobs = blobs;
        this.publisher = publisher;
        this.ownership = ownership;
        this.quotas = quotas;
        this.properties = properties;
    }

    /**
     * Publishes an archive as a version; nothing is stored unless it can be.
     *
     * @param received to be called with the stream's end reached, before anything is stored; refuses by throwing
     * @throws ProblemException payload_too_large, invalid_archive, dimension_mismatch, model_name_taken, or invalid_request for names that cannot be
     */
    public ModelVersionId receive(String model, @Nullable String alias, InputStream archive, Runnable received)
            throws IOException {
        ModelNames.requireModelName(model);
        if (alias != null) {
            ModelNames.requireAliasName(alias);
        }
        try (BlobStore.Staged staged = blobs.stage()) {
            CopyingStream copying = new CopyingStream(archive, staged.stream(), properties.maxArchiveBytes());
            ArchivedModel archived = read(copying);
            copying.drain();
            received.run();
            quotas.requireRoom(copying.count());
            publisher.checkPublishable(
                    ownership.owner(), model, alias, archived.potentials().dimension());
            return publisher.publish(version(model, alias, staged.commit(), archived));
        }
    }

    private ArchivedModel read(InputStream archive) throws IOException {
        int bytes = properties.maxArchiveBytes();
        try {
            return ModelArchive.read(archive, new ArchiveLimits(bytes, Math.min(bytes, MANIFEST_BYTES), bytes));
        } catch (ArchiveException refused) {
            throw ProblemException.of(
                    ProblemCode.INVALID_ARCHIVE,
                    "the body is no model archive that can be imported: " + refused.getMessage());
        }
    }

    private NewModelVersion version(String model, @Nullable String alias, BlobRef artifact, ArchivedModel archived) {
        return new NewModelVersion(
                ownership.owner(),
                model,
                alias,
                artifact,
                archived.potentials().dimension(),
                archived.solver(),
                archived.provenance(),
                archived.metrics(),
                archived.notes(),
                null);
    }
}
