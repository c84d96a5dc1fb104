package io.brenier.pictures;

import io.brenier.platform.Excerpt;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.plot.LinearScale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The range of every axis that a request names, written {@code -6,6}. */
final class Extent {

    static final String PATTERN = "^(-?[0-9]{1,9}(?:\\.[0-9]{1,9})?),(-?[0-9]{1,9}(?:\\.[0-9]{1,9})?)$";

    private static final Pattern RANGE = Pattern.compile(PATTERN);

    private Extent() {}

    /** @throws ProblemException invalid_request if it is none */
    static LinearScale parse(String given) {
        Matcher range = RANGE.matcher(given);
        if (!range.matches() || Double.parseDouble(range.group(1)) >= Double.parseDouble(range.group(2))) {
            throw ProblemException.at(
                    "extent",
                    ProblemCode.INVALID_REQUEST,
                    "extent is '%s'; it is written from,to with from less than to, such as -6,6"
                            .formatted(Excerpt.of(given, 60)));
        }
        return new LinearScale(Double.parseDouble(range.group(1)), Double.parseDouble(range.group(2)));
    }
}
