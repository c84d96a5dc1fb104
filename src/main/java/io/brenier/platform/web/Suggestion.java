package io.brenier.platform.web;

import io.brenier.platform.Excerpt;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a user probably meant. */
public final class Suggestion {

    private static final int LONGEST = 60;

    private Suggestion() {}

    /** The known name nearest to the given one by edit distance, if it is near enough to have been meant. */
    public static Optional<String> nearest(String given, Collection<String> known) {
        String name = shortened(given);
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> distance(name, candidate) <= Math.max(2, candidate.length() / 2));
    }

    /** A refusal of a JSON member that nobody reads, with the nearest and all valid names. */
    public static ProblemException unknownMember(String pointer, String name, Collection<String> known) {
        String meant = nearest(name, known)
                .map(near -> " Did you mean \"" + near + "\"?")
                .orElse("");
        String allowed = known.isEmpty()
                ? " No members are allowed here."
                : " Known are: " + String.join(", ", known.stream().sorted().toList()) + ".";
        return ProblemException.at(
                pointer,
                ProblemCode.UNKNOWN_FIELD,
                "There is no member \"" + shortened(name) + "\"." + meant + allowed);
    }

    /** A name as one token of an RFC 6901 pointer. */
    public static String escape(String name) {
        return shortened(name).replace("~", "~0").replace("/", "~1");
    }

    static String shortened(String text) {
        return Excerpt.of(text, LONGEST);
    }

    /** Levenshtein's distance without regard to case. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + (same ? 0 : 1));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
