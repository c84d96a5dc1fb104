package io.brenier.transport.network;

import java.util.List;

/** What the specs of networks have in common. */
final class SpecRules {

    private static final int MAX_LAYERS = 16;
    private static final int MAX_WIDTH = 4_096;

    private SpecRules() {}

    /** A copy of the widths. @throws InvalidSpecException if there are too few or too many, or one is too narrow or wide */
    static List<Integer> hidden(List<Integer> hidden) {
        if (hidden.isEmpty() || hidden.size() > MAX_LAYERS) {
            throw new InvalidSpecException(
                    "hidden", "%d hidden layers are given; 1 to %d are allowed".formatted(hidden.size(), MAX_LAYERS));
        }
        for (int width : hidden) {
            if (width < 1 || width > MAX_WIDTH) {
                throw new InvalidSpecException(
                        "hidden",
                        "a hidden layer of %d units is given; 1 to %d are allowed".formatted(width, MAX_WIDTH));
            }
        }
        return List.copyOf(hidden);
    }

    static void within(String member, int given, int least, int most) {
        if (given < least || given > most) {
            throw new InvalidSpecException(member, "%d is given; %d to %d are allowed".formatted(given, least, most));
        }
    }

    static void positive(String member, double given, double most) {
        if (!(given > 0 && given <= most)) {
            throw new InvalidSpecException(
                    member, "%s is given; a number above 0 and up to %s is needed".formatted(given, most));
        }
    }
}
