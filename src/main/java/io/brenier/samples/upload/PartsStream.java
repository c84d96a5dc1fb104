package io.brenier.samples.upload;

import io.brenier.platform.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** The parts' bytes one after the other, each held to its hash; one is open at a time. */
final class PartsStream extends InputStream {

    private final BlobStore blobs;
    private final Iterator<UploadPart> rest;
    private InputStream part = InputStream.nullInputStream();

    PartsStream(BlobStore blobs, List<UploadPart> parts) {
        this.blobs = blobs;
        this.rest = parts.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = part.read(bytes, offset, length);
        while (read < 0 && rest.hasNext()) {
            part.close();
            part = blobs.open(rest.next().sha256());
            read = part.read(bytes, offset, length);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
