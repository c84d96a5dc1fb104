package io.brenier.transport.dual;

/**
 * Seeds of the draws that hold samples out, apart from the seed that all else follows from: runs that share them learn from the same
 * samples and are scored on the same others, however they are seeded.
 *
 * @param source of the draw from the source
 * @param target of the draw from the target
 */
public record SplitSeeds(long source, long target) {

    /** For the problem the other way round. */
    public SplitSeeds swapped() {
        return new SplitSeeds(target, source);
    }
}
