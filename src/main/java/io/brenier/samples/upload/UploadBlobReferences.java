package io.brenier.samples.upload;

import io.brenier.platform.BlobReferences;
import org.springframework.stereotype.Component;

/** The parts of uploads that are not complete. */
@Component
class UploadBlobReferences implements BlobReferences {

    @Override
    public String table() {
        return "upload_parts";
    }

    @Override
    public String column() {
        return "sha256";
    }
}
