package io.brenier.platform.storage;

import io.brenier.platform.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A blob's content, whose end is reached only if its hash is the blob's name: a damaged copy is an error and not a result. */
final class VerifiedStream extends FilterInputStream {

    private static final int BUFFER = 1 << 13;

    private final MessageDigest digest = Sha256.digest();
    private final String sha256;
    private boolean verified;

    VerifiedStream(InputStream in, String sha256) {
        super(in);
        this.sha256 = sha256;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        if (read < 0) {
            verify();
        } else {
            digest.update((byte) read);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read < 0) {
            verify();
        } else {
            digest.update(bytes, offset, read);
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long skipped = 0;
        while (skipped < wanted) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, wanted - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void verify() throws IOException {
        if (verified) {
            return;
        }
        String actual = HexFormat.of().formatHex(digest.digest());
        if (!actual.equals(sha256)) {
            throw new IOException("blob %s is damaged: its content has the hash %s".formatted(sha256, actual));
        }
        verified = true;
    }
}
