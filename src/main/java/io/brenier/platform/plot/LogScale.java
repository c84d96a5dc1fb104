package io.brenier.platform.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From the least to the greatest value by their logarithms. Marks stand at powers of ten, with 2 to 9 times them between. */
public record LogScale(double min, double max) implements Scale {

    private static final int FEWEST_DECADES = 2;
    private static final int[] BETWEEN = {1, 2, 5};
    private static final double SLACK = 1e-9;

    public LogScale {
        if (!(min > 0 && min < max && max < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("no range of a logarithm: %s to %s".formatted(min, max));
        }
    }

    /** The range of some positive values with room on either side; a decade around a single value. */
    public static LogScale around(double least, double greatest, double room) {
        double factor = Math.pow(greatest / least, room);
        if (factor < 1 + SLACK) {
            factor = Math.sqrt(10);
        }
        return new LogScale(Math.max(Double.MIN_NORMAL, least / factor), Math.min(Double.MAX_VALUE, greatest * factor));
    }

    @Override
    public double part(double value) {
        return (Math.log10(value) - Math.log10(min)) / (Math.log10(max) - Math.log10(min));
    }

    @Override
    public List<Tick> ticks(int most) {
        int from = (int) Math.floor(Math.log10(min));
        int to = (int) Math.ceil(Math.log10(max));
        double decades = Math.log10(max) - Math.log10(min);
        if (decades < .5) {
            return new LinearScale(min, max).ticks(most);
        }
        int every = (int) Math.ceil((to - from + 1.) / Math.max(2, most));
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = from; exponent <= to; exponent++) {
            for (int digit = 1; digit < 10; digit++) {
                double at = Double.parseDouble(digit + "e" + exponent);
                if (at >= min * (1 - SLACK) && at <= max * (1 + SLACK)) {
                    boolean named = digit == 1 && Math.floorMod(exponent, every) == 0
                            || decades < FEWEST_DECADES && isBetween(digit);
                    if (named || every == 1 || digit == 1) {
                        ticks.add(new Tick(at, named ? label(digit, exponent) : ""));
                    }
                }
            }
        }
        return ticks;
    }

    private static boolean isBetween(int digit) {
        for (int named : BETWEEN) {
            if (named == digit) {
                return true;
            }
        }
        return false;
    }

    private static String label(int digit, int exponent) {
        if (exponent >= -3 && exponent < 5) {
            return String.format(Locale.ROOT, "%." + Math.max(0, -exponent) + "f", digit * Math.pow(10, exponent));
        }
        return (digit + "e" + exponent).replace('-', '−');
    }
}
