package io.brenier.platform.security;

/** The service would answer everybody, and nobody said that it shall. */
public final class UnsecuredServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsecuredServerException(String address, boolean off) {
        super("The server listens on %s, where others than this machine reach it, and %s."
                .formatted(
                        address,
                        off
                                ? "brenier.security.mode is off: it would do for anybody what they ask"
                                : "brenier.security.mode is not set"));
    }
}
