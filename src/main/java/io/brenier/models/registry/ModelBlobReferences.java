package io.brenier.models.registry;

import io.brenier.platform.BlobReferences;
import org.springframework.stereotype.Component;

/** The archives of all versions. */
@Component
class ModelBlobReferences implements BlobReferences {

    @Override
    public String table() {
        return "model_versions";
    }

    @Override
    public String column() {
        return "artifact_sha256";
    }
}
