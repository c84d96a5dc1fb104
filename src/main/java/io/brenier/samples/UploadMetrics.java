package io.brenier.samples;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts uploads: how many of which format ended how, and how much they brought. */
@ConditionalOnRole(Role.API)
@Component
class UploadMetrics {

    private final MeterRegistry meters;
    private final Counter points;
    private final Counter bytes;

    UploadMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.points = Counter.builder("brenier.samples.points")
                .description("Points stored")
                .register(meters);
        this.bytes = Counter.builder("brenier.samples.size")
                .description("Bytes of points stored, equal sets counted each time")
                .baseUnit("bytes")
                .register(meters);
    }

    void stored(PointsFormat format, SampleSet set) {
        count(format, "stored");
        points.increment(set.count());
        bytes.increment(set.size());
    }

    void refused(PointsFormat format, ProblemCode code) {
        count(format, code.wireName());
    }

    private void count(PointsFormat format, String outcome) {
        Counter.builder("brenier.samples.uploads")
                .description("Uploads of sample sets by format and outcome")
                .tag("format", format.wireName())
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }
}
