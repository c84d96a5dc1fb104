package io.brenier.platform;

import java.io.IOException;

/** The store of the blobs does not answer, or does not do what it should: the same may succeed later. */
public final class BlobStoreUnavailableException extends IOException {

    private static final long serialVersionUID = 1L;

    public BlobStoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether this is behind the failure. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BlobStoreUnavailableException) {
                return true;
            }
        }
        return false;
    }
}
