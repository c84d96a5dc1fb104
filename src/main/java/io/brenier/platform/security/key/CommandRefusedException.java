package io.brenier.platform.security.key;

/** A command that cannot be carried out as it was written. */
final class CommandRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandRefusedException(String message) {
        super(message);
    }
}
