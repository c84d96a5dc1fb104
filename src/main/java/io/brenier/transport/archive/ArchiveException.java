package io.brenier.transport.archive;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The bytes are no model archive that this program reads: damaged, cut short, too large, contradictory or of an unknown version. */
public final class ArchiveException extends IOException {

    private static final long serialVersionUID = 1L;

    ArchiveException(String message) {
        super(message);
    }

    ArchiveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
