package io.brenier.samples;

import io.brenier.platform.ProblemException;
import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
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

    /** Stores an upload and counts how that ends. */
    SampleSet counted(PointsFormat format, Storing upload) throws IOException {
        try {
            SampleSet set = upload.store();
            count(format, "stored");
            points.increment(set.count());
            bytes.increment(set.size());
            return set;
        } catch (ProblemException refusal) {
            count(format, refusal.code().wireName());
            throw refusal;
        }
    }

    private void count(PointsFormat format, String outcome) {
        Counter.builder("brenier.samples.uploads")
                .description("Uploads of sample sets by format and outcome")
                .tag("format", format.wireName())
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }

    /** Makes a set of what was sent, or refuses it. */
    @FunctionalInterface
    interface Storing {
        SampleSet store() throws IOException;
    }
}
