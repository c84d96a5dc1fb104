package io.brenier.samples.upload;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.Sha256;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Holds all parts together to the hash that the client knows, where it does. */
final class WholeCheck {

    private final MessageDigest digest = Sha256.digest();
    private final @Nullable String expected;

    WholeCheck(@Nullable String expected) {
        this.expected = expected;
    }

    InputStream watch(InputStream whole) {
        return expected == null ? whole : new DigestInputStream(whole, digest);
    }

    /**
     * To be called with the end reached.
     *
     * @throws ProblemException digest_mismatch
     */
    void verify() {
        String actual = HexFormat.of().formatHex(digest.digest());
        if (expected != null && !expected.equals(actual)) {
            throw ProblemException.at(
                    "/sha256",
                    ProblemCode.DIGEST_MISMATCH,
                    "All parts together have the SHA-256 %s; %s is expected.".formatted(actual, expected));
        }
    }
}
