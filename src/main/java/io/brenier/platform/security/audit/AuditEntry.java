package io.brenier.platform.security.audit;

/**
 * What one request did.
 *
 * @param owner who sent it; {@code nobody} where that is not known
 * @param credential what told so
 * @param address where it came from
 * @param action the operation: method and path with its variables' names
 * @param resource what it was done to, or what it made
 * @param status of the answer
 */
record AuditEntry(String owner, String credential, String address, String action, String resource, int status) {

    boolean refused() {
        return status == 401 || status == 403;
    }

    String outcome() {
        return refused() ? "refused" : status >= 500 ? "failed" : status >= 400 ? "rejected" : "done";
    }
}
