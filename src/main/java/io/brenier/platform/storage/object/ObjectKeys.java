package io.brenier.platform.storage.object;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The keys of objects, the same in a folder and in a bucket: {@code ab/cd/abcd…-<random>}, by the SHA-256 of the content. Those of the first databases lack the
 * random part.
 */
public final class ObjectKeys {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{64}(-[0-9a-f-]{36})?");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private ObjectKeys() {}

    /** A key that nobody had before. */
    public static String unused(String sha256) {
        return "%s/%s/%s-%s".formatted(sha256.substring(0, 2), sha256.substring(2, 4), sha256, UUID.randomUUID());
    }

    static boolean isKey(String name) {
        return KEY.matcher(name).matches();
    }

    /** Whether the text is a SHA-256 in lower-case hexadecimal digits. */
    public static boolean isSha256(String text) {
        return SHA256.matcher(text).matches();
    }
}
