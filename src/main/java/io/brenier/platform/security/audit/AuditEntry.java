package io.brenier.platform.security.audit;

/**
 * What one request did.
 *
 * @param owner who sent it; {@link #NOBODY} where that is not known
 * @param credential what told so
 * @param address where it came from
 * @param action the operation: method and path with its variables' names
 * @param resource what it was done to, or what it made
 * @param status of the answer
 */
record AuditEntry(String owner, String credential, String address, String action, String resource, int status) {

    static final String NOBODY = "nobody";

    /** Also without a look at the key: no other 429 is told to nobody. */
    boolean refused() {
        return status == 401 || status == 403 || status == 429 && owner.equals(NOBODY);
    }

    String outcome() {
        return refused() ? "refused" : status >= 500 ? "failed" : status >= 400 ? "rejected" : "done";
    }
}
