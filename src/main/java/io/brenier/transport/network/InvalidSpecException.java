package io.brenier.transport.network;

/** A spec asks for something impossible: which member, what was given, what is allowed. */
public final class InvalidSpecException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String member;

    /**
     * @param member the member's name in Java, for example {@code hidden} or {@code learningRate}
     * @param message what was given and what is allowed
     */
    public InvalidSpecException(String member, String message) {
        super(message);
        this.member = member;
    }

    public String member() {
        return member;
    }
}
