package io.brenier.platform.points;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.transport.tensor.Points;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes points in any {@link PointsFormat}; floats in text are the shortest that read back as the same. The stream stays open. */
public final class PointsEncoder {

    private PointsEncoder() {}

    /**
     * Writes the points; JSON as {@code {"points": [[…], …]}}.
     *
     * @throws ProblemException non_finite_output, before anything is written, if a value is NaN or infinite
     */
    public static void write(Points points, PointsFormat format, OutputStream out) throws IOException {
        requireFinite(points);
        writeAsItIs(points, format, out);
    }

    /** Writes values of which some are missing: NaN, in CSV and npy. JSON has no word for it. */
    public static void writeWithGaps(Points points, PointsFormat format, OutputStream out) throws IOException {
        if (format == PointsFormat.JSON) {
            throw new IllegalArgumentException("JSON carries no NaN");
        }
        writeAsItIs(points, format, out);
    }

    private static void writeAsItIs(Points points, PointsFormat format, OutputStream out) throws IOException {
        switch (format) {
            case JSON -> writeJson(points, out);
            case CSV -> writeCsv(points, out);
            case NPY -> {
                NpyWriter.writeHeader(points.rows(), points.dimension(), out);
                NpyWriter.writeValues(points.values(), out);
            }
        }
        out.flush();
    }

    /**
     * Holds the points to what JSON can carry.
     *
     * @throws ProblemException non_finite_output naming the first row (from 0) with a NaN or an infinity
     */
    public static void requireFinite(Points points) {
        float[] values = points.values();
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw ProblemException.of(
                        ProblemCode.NON_FINITE_OUTPUT,
                        "The result of row %d (counted from 0) is not finite: that point lies too far from what was learned. Leave it out or move it closer."
                                .formatted(i / points.dimension()));
            }
        }
    }

    private static void writeJson(Points points, OutputStream out) throws IOException {
        Writer writer = writer(out);
        writer.write("{\"points\":[");
        for (int row = 0; row < points.rows(); row++) {
            writer.write(row == 0 ? "[" : ",[");
            writeRow(points, row, writer);
            writer.write(']');
        }
        writer.write("]}");
        writer.flush();
    }

    private static void writeCsv(Points points, OutputStream out) throws IOException {
        Writer writer = writer(out);
        for (int row = 0; row < points.rows(); row++) {
            writeRow(points, row, writer);
            writer.write("\r\n");
        }
        writer.flush();
    }

    private static void writeRow(Points points, int row, Writer writer) throws IOException {
        for (int column = 0; column < points.dimension(); column++) {
            if (column > 0) {
                writer.write(',');
            }
            writer.write(Float.toString(points.at(row, column)));
        }
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII), 1 << 15);
    }
}
