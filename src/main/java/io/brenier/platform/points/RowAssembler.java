package io.brenier.platform.points;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.io.IOException;
import java.util.Arrays;

/** Puts rows together value by value and holds them to the limits: equal lengths, finite floats, not too many. Rows count from 0. */
final class RowAssembler {

    private final PointsLimits limits;
    private final PointsSink sink;
    private float[] row = new float[16];
    private int columns;
    private int dimension;
    private long rows;

    RowAssembler(PointsLimits limits, PointsSink sink) {
        this.limits = limits;
        this.sink = sink;
    }

    long rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Fixes the dimension before the first row, where the format says it. */
    void expect(long announcedRows, long announcedDimension) {
        if (announcedDimension < 1) {
            throw invalidShape("Points need at least one column; these have none.");
        }
        if (announcedRows > limits.maxRows()) {
            throw tooManyRows();
        }
        if (announcedDimension > limits.maxDimension()) {
            throw tooManyColumns();
        }
        dimension = (int) announcedDimension;
        row = new float[dimension];
    }

    void add(double value) {
        if (columns == limits.maxDimension()) {
            throw tooManyColumns();
        }
        if (columns == row.length) {
            row = Arrays.copyOf(row, Math.min(2 * columns, limits.maxDimension()));
        }
        float rounded = (float) value;
        if (!Float.isFinite(rounded)) {
            throw nonFinite(value);
        }
        row[columns++] = rounded;
    }

    void endRow() throws IOException {
        if (columns == 0) {
            throw invalidShape("Row %d is empty; every point needs at least one column.".formatted(rows));
        }
        if (rows == 0 && dimension == 0) {
            dimension = columns;
        }
        if (columns != dimension) {
            throw invalidShape("Row %d has %d columns, row 0 has %d; give every point the same number of columns."
                    .formatted(rows, columns, dimension));
        }
        if (rows == limits.maxRows()) {
            throw tooManyRows();
        }
        sink.row(row, dimension);
        rows++;
        columns = 0;
    }

    void end() {
        if (rows == 0) {
            throw ProblemException.of(ProblemCode.TOO_FEW_POINTS, "There are no points; send at least one row.");
        }
    }

    /** A problem with the value that would come next. */
    ProblemException atValue(ProblemCode code, String what) {
        return ProblemException.at(
                "/points/%d/%d".formatted(rows, columns),
                code,
                "Row %d (counted from 0), column %d: %s".formatted(rows, columns, what));
    }

    ProblemException nonFinite(double value) {
        String what = Double.isFinite(value)
                ? "%s is outside the range of 32-bit floats (±3.4e38).".formatted(value)
                : "the value is %s; points must be finite numbers.".formatted(spoken(value));
        return atValue(ProblemCode.NON_FINITE_INPUT, what);
    }

    private ProblemException invalidShape(String detail) {
        return ProblemException.at("/points/" + rows, ProblemCode.INVALID_TENSOR_SHAPE, detail);
    }

    private ProblemException tooManyRows() {
        return ProblemException.of(
                ProblemCode.PAYLOAD_TOO_LARGE,
                "There are more points than the %,d allowed; send fewer.".formatted(limits.maxRows()));
    }

    private ProblemException tooManyColumns() {
        return ProblemException.of(
                ProblemCode.PAYLOAD_TOO_LARGE,
                "Points have more columns than the %,d allowed.".formatted(limits.maxDimension()));
    }

    private static String spoken(double value) {
        return Double.isNaN(value)
                ? "NaN"
                : value > 0 ? "infinite or beyond a 64-bit float" : "minus infinity or below";
    }
}
