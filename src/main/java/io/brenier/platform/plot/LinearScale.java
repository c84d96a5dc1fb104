package io.brenier.platform.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From the least to the greatest value, evenly. Marks stand at round numbers: multiples of 1, 2 or 5 times a power of ten. */
public record LinearScale(double min, double max) implements Scale {

    private static final double SCIENTIFIC_FROM = 1e5;
    private static final double SCIENTIFIC_BELOW = 1e-3;
    private static final double SLACK = 1e-9;
    private static final int FEWEST = 2;

    public LinearScale {
        if (!(min < max) || !Double.isFinite(max - min)) {
            throw new IllegalArgumentException("no range: %s to %s".formatted(min, max));
        }
    }

    /** The range of some values with room on either side; around a single value a range that shows it. */
    public static LinearScale around(double least, double greatest, double room) {
        double span = greatest - least;
        double most = Math.max(Math.abs(least), Math.abs(greatest));
        double margin = span > most * SLACK ? span * room : most == 0 ? 1 : most / 10;
        return new LinearScale(least - margin, greatest + margin);
    }

    /** As long as asked for, about the same middle. */
    LinearScale stretched(double span) {
        double middle = min + (max - min) / 2;
        return new LinearScale(middle - span / 2, middle + span / 2);
    }

    double span() {
        return max - min;
    }

    @Override
    public double part(double value) {
        return (value - min) / (max - min);
    }

    @Override
    public List<Tick> ticks(int most) {
        List<Tick> ticks = marked(step(span() / Math.max(FEWEST, most)));
        for (int finer = 2; ticks.size() < FEWEST; finer *= 2) {
            ticks = marked(step(span() / (finer * Math.max(FEWEST, most))));
        }
        return ticks;
    }

    private List<Tick> marked(double step) {
        double slack = span() * SLACK;
        List<Tick> ticks = new ArrayList<>();
        double widest = Math.max(Math.abs(min), Math.abs(max));
        for (double k = Math.ceil((min - slack) / step); k * step <= max + slack; k++) {
            ticks.add(new Tick(k * step, label(k, step, widest)));
        }
        return ticks;
    }

    /** The least round number that is not less than the given one. */
    static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double part = least / power;
        return power * (part <= 1 + SLACK ? 1 : part <= 2 + SLACK ? 2 : part <= 5 + SLACK ? 5 : 10);
    }

    private static String label(double k, double step, double widest) {
        int stepExponent = (int) Math.floor(Math.log10(step) + SLACK);
        if (k == 0) {
            return "0";
        }
        if (widest >= SCIENTIFIC_FROM || widest < SCIENTIFIC_BELOW) {
            int exponent = (int) Math.floor(Math.log10(widest) + SLACK);
            double mantissa = k * step / Math.pow(10, exponent);
            return fixed(mantissa, Math.max(0, exponent - stepExponent)) + "e" + minus(Integer.toString(exponent));
        }
        return fixed(k * step, Math.max(0, -stepExponent));
    }

    private static String fixed(double value, int decimals) {
        return minus(String.format(Locale.ROOT, "%." + decimals + "f", value));
    }

    /** With the sign that is as long as a plus. */
    private static String minus(String number) {
        return number.replace('-', '−');
    }
}
