package io.brenier.transport.tensor.safetensors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;

/** What the header says: strings about the whole, and where each tensor lies. */
record SafetensorsHeader(SequencedMap<String, String> metadata, SequencedMap<String, Entry> entries) {

    static final String METADATA = "__metadata__";

    /** A tensor's shape and the bytes of its values, counted from the header's end. */
    record Entry(int[] shape, long begin, long end) {

        int count() {
            return (int) ((end - begin) / Float.BYTES);
        }
    }

    /** Refuses entries that overlap, leave gaps, disagree with their shapes or do not end where the values do. */
    void requireGapless(long available) {
        List<Entry> ordered = new ArrayList<>(entries.values());
        ordered.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long at = 0;
        for (Entry entry : ordered) {
            if (entry.begin() != at || entry.end() < entry.begin()) {
                throw new MalformedSafetensorsException(
                        "a tensor begins at byte %d where %d was due".formatted(entry.begin(), at));
            }
            if (bytes(entry) != entry.end() - entry.begin()) {
                throw new MalformedSafetensorsException("a tensor's shape asks for %d bytes, its offsets for %d"
                        .formatted(bytes(entry), entry.end() - entry.begin()));
            }
            at = entry.end();
        }
        if (at != available) {
            throw new MalformedSafetensorsException(
                    "the header describes %d bytes of values, the file has %d".formatted(at, available));
        }
    }

    private static long bytes(Entry entry) {
        try {
            return Math.multiplyExact(Float.BYTES, FloatTensor.count(entry.shape()));
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new MalformedSafetensorsException("a tensor's shape is impossible");
        }
    }
}
