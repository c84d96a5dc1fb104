package io.brenier.samples.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dimension that a measure's parameters say. */
final class Dimensions {

    private static final int MOST = 65_536;
    private static final int USUAL = 2;

    private Dimensions() {}

    /**
     * That of the first list that is given, else {@code dimension}, else 2; whether all agree, {@link Numbers} checks.
     *
     * @throws io.brenier.platform.ProblemException invalid_spec, if {@code dimension} says something else than the lists
     */
    static int of(@Nullable Integer given, String pointer, @Nullable List<?>... lists) {
        for (List<?> list : lists) {
            if (list != null) {
                if (given != null && given != list.size()) {
                    throw Numbers.invalid(
                            pointer + "/dimension",
                            "%d is given, and the parameters have %d entries.".formatted(given, list.size()));
                }
                return list.size();
            }
        }
        return Numbers.integer(given, USUAL, MOST, pointer + "/dimension");
    }
}
