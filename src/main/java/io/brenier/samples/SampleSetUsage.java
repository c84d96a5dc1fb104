package io.brenier.samples;

import java.util.Optional;
import java.util.UUID;

/** A feature's word on whether it still needs a sample set; every feature that works on sample sets has one. */
public interface SampleSetUsage {

    /** What still needs the set, in words, for example "training job 019a…"; empty if nothing does. */
    Optional<String> neededBy(UUID sampleSet);
}
