package io.brenier.samples;

import io.brenier.platform.BlobReferences;
import org.springframework.stereotype.Component;

/** The points of all sets. */
@Component
class SampleSetBlobReferences implements BlobReferences {

    @Override
    public String table() {
        return "sample_sets";
    }

    @Override
    public String column() {
        return "sha256";
    }
}
