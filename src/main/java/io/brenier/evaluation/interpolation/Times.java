package io.brenier.evaluation.interpolation;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.transport.tensor.Points;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Times on the way from 0 to 1.
 *
 * @param values at least one, at most {@link #MOST}
 */
record Times(List<Double> values) {

    static final String MEMBER = "t";
    static final int MOST = 64;

    /**
     * The times of the query or of a JSON body, where one may be a number.
     *
     * @throws ProblemException invalid_request if they are missing, in both or out of range
     */
    static Times of(@Nullable List<Double> query, @Nullable JsonNode member) {
        boolean inBody = member != null && !member.isNull();
        if (query != null && inBody) {
            throw invalid("/t", "t is in the query and in the body; say it once");
        }
        if (query == null && !inBody) {
            throw invalid("/t", "t is missing: one time from 0 to 1, or several");
        }
        List<Double> times = query == null ? read(member) : query;
        if (times.isEmpty() || times.size() > MOST) {
            throw invalid("/t", "there are %d times; allowed are 1 to %d".formatted(times.size(), MOST));
        }
        for (int i = 0; i < times.size(); i++) {
            // A comma with nothing before it makes a null.
            Object time = times.get(i);
            if (!(time instanceof Double number && number >= 0 && number <= 1)) {
                throw invalid("/t/" + i, "t is %s; allowed is 0 to 1".formatted(time));
            }
        }
        return new Times(List.copyOf(times));
    }

    private static List<Double> read(@Nullable JsonNode member) {
        List<Double> times = new ArrayList<>();
        if (member == null || member.isNumber()) {
            times.add(member == null ? Double.NaN : member.asDouble());
            return times;
        }
        if (!member.isArray()) {
            throw invalid("/t", "t must be a number or an array of numbers");
        }
        for (JsonNode time : member) {
            if (!time.isNumber()) {
                throw invalid("/t/" + times.size(), "every t must be a number");
            }
            times.add(time.asDouble());
        }
        return times;
    }

    /** @throws ProblemException payload_too_large if the answer would have more rows than a request may */
    void requireRoom(int rows, int most) {
        if ((long) rows * values.size() > most) {
            throw ProblemException.at(
                    "/t",
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    "%d points at %d times are %d rows; at most %d are answered at once"
                            .formatted(rows, values.size(), (long) rows * values.size(), most));
        }
    }

    /** (1 − t) x + t y for every row. */
    static Points between(Points x, Points y, double t) {
        float[] between = new float[x.values().length];
        for (int i = 0; i < between.length; i++) {
            between[i] = (float) ((1 - t) * x.values()[i] + t * y.values()[i]);
        }
        return Points.of(between, x.rows(), x.dimension());
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.at(pointer, ProblemCode.INVALID_REQUEST, detail);
    }
}
