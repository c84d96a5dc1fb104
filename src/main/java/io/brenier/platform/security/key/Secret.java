package io.brenier.platform.security.key;

import io.brenier.platform.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The key itself: known to its holder alone. Its text is never logged, since a record's would be. */
public final class Secret {

    /** What every key begins with, so that scanners for leaked secrets, and people, know it when they see it. */
    public static final String PREFIX = "brn_";

    private static final int BYTES = 32;
    private static final int HINT = PREFIX.length() + 6;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<Secret> parse(String given) {
        return FORM.matcher(given).matches() ? Optional.of(new Secret(given)) : Optional.empty();
    }

    /** What is kept of it. */
    String sha256() {
        return Sha256.of(text);
    }

    String hint() {
        return text.substring(0, HINT);
    }

    /** The key, to be shown to its holder once. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return hint() + "…";
    }
}
