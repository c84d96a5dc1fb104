package io.brenier.platform;

/** What a client sent, for a message to repeat: not more of it than a reader needs. */
public final class Excerpt {

    private Excerpt() {}

    /** The text, or its first so many characters and an ellipsis. */
    public static String of(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
