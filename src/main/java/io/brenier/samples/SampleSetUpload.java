package io.brenier.samples;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.points.PointsDecoder;
import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.storage.Spool;
import io.brenier.platform.web.DigestCheck;
import io.brenier.platform.web.JsonProblems;
import io.brenier.samples.measure.Drawing;
import io.brenier.samples.measure.MeasureJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes an upload from the wire to the disk, never more than a row of it in memory. */
@ConditionalOnRole(Role.API)
@Component
class SampleSetUpload {

    private static final String MEASURE = "measure";
    private static final Set<String> MEMBERS = Set.of(Description.NAME, Description.LABELS, MEASURE);

    private final SampleProperties properties;
    private final StoredSampleSets sets;
    private final Spool spool;
    private final UploadMetrics metrics;
    private final DrawnSampleSets drawn;
    private final JsonMapper json;

    SampleSetUpload(
            SampleProperties properties,
            StoredSampleSets sets,
            DrawnSampleSets drawn,
            Spool spool,
            UploadMetrics metrics,
            JsonMapper json) {
        this.properties = properties;
        this.sets = sets;
        this.drawn = drawn;
        this.json = json;
        this.spool = spool;
        this.metrics = metrics;
    }

    SampleSet receive(HttpServletRequest request) throws IOException {
        PointsFormat format = PointsFormat.ofContentType(request.getContentType());
        return metrics.counted(format, () -> receive(request, format));
    }

    private SampleSet receive(HttpServletRequest request, PointsFormat format) throws IOException {
        requireFitting(request);
        DigestCheck digests = DigestCheck.of(request);
        String name = request.getParameter(Description.NAME);
        String[] labels = request.getParameterValues(Description.LABELS);
        Description early = format == PointsFormat.JSON ? null : Description.ofQuery(name, labels);
        try (RowSpool rows = new RowSpool(spool.newFile())) {
            Map<String, JsonNode> members = PointsDecoder.decode(
                    digests.watch(request.getInputStream()), format, properties.limits(), MEMBERS, MEASURE, rows);
            digests.verify();
            Description description = early != null ? early : Description.ofJson(members, name, labels);
            JsonNode measure = members.get(MEASURE);
            if (measure != null && !measure.isNull()) {
                Drawing drawing = drawn.check(read(measure), 0, "/" + MEASURE);
                drawn.fill(rows, drawing);
                return sets.add(description, rows, drawing.json());
            }
            rows.moments().requireSpread();
            return sets.add(description, rows, null);
        }
    }

    private MeasureJson read(JsonNode measure) {
        try {
            return json.treeToValue(measure, MeasureJson.class);
        } catch (JacksonException refused) {
            throw JsonProblems.describe(refused).under("/" + MEASURE);
        }
    }

    /** Before a byte is read: a client that waits for 100 Continue then sends none. */
    private void requireFitting(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        long allowed = properties.limits().maxBytes();
        if (length > allowed) {
            throw ProblemException.of(
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    "The body has %,d bytes; at most %,d are allowed.".formatted(length, allowed));
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (!isPlain(encoding)) {
            throw ProblemException.of(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding is not read here; send the body as it is.");
        }
    }

    private static boolean isPlain(@Nullable String encoding) {
        return encoding == null || List.of("", "identity").contains(encoding.strip());
    }
}
