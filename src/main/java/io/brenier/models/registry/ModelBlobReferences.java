package io.brenier.models.registry;

import io.brenier.platform.BlobReferences;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The archives of all versions. */
@Component
class ModelBlobReferences implements BlobReferences {

    private final VersionStore versions;

    ModelBlobReferences(VersionStore versions) {
        this.versions = versions;
    }

    @Override
    public Set<String> referencedBlobs() {
        return versions.artifacts();
    }
}
