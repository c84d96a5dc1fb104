package io.brenier.samples;

import io.brenier.samples.measure.Drawing;
import io.brenier.samples.measure.MeasureJson;

/** Sample sets that are drawn from named measures, for other features. */
public interface MeasureSamples {

    /**
     * What is asked for, checked; nothing is drawn yet.
     *
     * @param seed of the samples where none is given
     * @param pointer of the measure in the request
     * @throws io.brenier.platform.ProblemException invalid_spec or payload_too_large, with a pointer into the request
     */
    Drawing check(MeasureJson asked, long seed, String pointer);

    /**
     * The stored set of these samples: the newest that there is, else a new one.
     *
     * @throws io.brenier.platform.ProblemException constant_column where samples so near each other are the same in 32 bits
     */
    SampleSet draw(Drawing drawing);
}
