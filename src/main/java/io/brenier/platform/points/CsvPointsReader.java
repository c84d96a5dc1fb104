package io.brenier.platform.points;

import io.brenier.platform.Excerpt;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads points from CSV (RFC 4180, commas, UTF-8), one a line. A first line without any number in it is a header and is passed over. */
final class CsvPointsReader {

    /** Longest text of one number, generously. */
    private static final int CELL_BYTES = 64;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvPointsReader() {}

    static void read(LimitedStream body, PointsLimits limits, PointsSink sink) throws IOException {
        RowAssembler rows = new RowAssembler(limits, sink);
        long longestLine = (long) limits.maxDimension() * CELL_BYTES;
        body.beginPart("Line 1 of the CSV", longestLine);
        try (CSVParser parser = parser(body)) {
            Iterator<CSVRecord> records = parser.iterator();
            boolean first = true;
            while (records.hasNext()) {
                CSVRecord line = records.next();
                if (!(first && isHeader(line))) {
                    addRow(line, rows, parser.getCurrentLineNumber());
                }
                first = false;
                body.beginPart("A line of the CSV after row " + (rows.rows() - 1), longestLine);
            }
        } catch (UncheckedIOException wrapped) {
            throw unreadable(Objects.requireNonNull(wrapped.getCause()), rows);
        } catch (CharacterCodingException | CSVException malformed) {
            throw unreadable(malformed, rows);
        }
        rows.end();
    }

    private static CSVParser parser(InputStream body) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder()));
        reader.mark(1);
        // Spreadsheets begin their files with a byte order mark.
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return CSVFormat.RFC4180
                .builder()
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get()
                .parse(reader);
    }

    private static boolean isHeader(CSVRecord line) {
        for (String cell : line) {
            if (cell.isBlank() || isNumber(cell)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String cell) {
        try {
            number(cell);
            return true;
        } catch (NumberFormatException text) {
            return false;
        }
    }

    private static void addRow(CSVRecord line, RowAssembler rows, long lineNumber) throws IOException {
        for (String cell : line) {
            double value;
            try {
                value = number(cell);
            } catch (NumberFormatException text) {
                throw rows.atValue(
                        ProblemCode.INVALID_DATATYPE,
                        "'%s' on line %d is no number; numbers are written like -1.25 or 3e-4, separated by commas."
                                .formatted(shortened(cell), lineNumber));
            }
            rows.add(value);
        }
        rows.endRow();
    }

    /** A decimal number, or NaN or an infinity as the usual tools write them; Java's hexadecimal floats and suffixes are none. */
    private static double number(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            throw new NumberFormatException();
        }
        char last = text.charAt(text.length() - 1);
        if (last >= '0' && last <= '9' && text.indexOf('x') < 0 && text.indexOf('X') < 0 || last == '.') {
            return Double.parseDouble(text);
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new NumberFormatException();
        };
    }

    private static ProblemException unreadable(IOException cause, RowAssembler rows) throws IOException {
        return switch (cause) {
            case CharacterCodingException encoding ->
                ProblemException.of(
                        ProblemCode.INVALID_REQUEST,
                        "The CSV is not UTF-8 near row %d (counted from 0).".formatted(rows.rows()));
            case CSVException quoting ->
                ProblemException.of(
                        ProblemCode.INVALID_REQUEST,
                        "The CSV cannot be read near row %d (counted from 0): its quotes do not match."
                                .formatted(rows.rows()));
            default -> throw cause;
        };
    }

    private static String shortened(String text) {
        return Excerpt.of(text, 40);
    }
}
