package io.brenier.transport.metric.discrepancy;

import io.brenier.transport.tensor.Points;

/**
 * The energy distance 2 E|X − Y| − E|X − X′| − E|Y − Y′| (Székely and Rizzo 2013), in the units of the coordinates: 0 only between equal
 * distributions. Estimated without bias, over pairs of different points; so it may be a little below 0 where the distributions are the
 * same. n · m distances, memory for a row of them.
 */
public final class EnergyDistance implements Discrepancy {

    private final Points known;
    private final double withinKnown;

    private EnergyDistance(Points known) {
        this.known = known;
        this.withinKnown = PairMeans.within(known, EnergyDistance::sumOfRoots);
    }

    /** The distance from this sample, [m, d]. */
    public static EnergyDistance to(Points known) {
        return new EnergyDistance(known);
    }

    @Override
    public double of(Points sample) {
        return 2 * PairMeans.across(sample, known, EnergyDistance::sumOfRoots)
                - PairMeans.within(sample, EnergyDistance::sumOfRoots)
                - withinKnown;
    }

    private static double sumOfRoots(double[] squaredDistances, int first) {
        for (int j = first; j < squaredDistances.length; j++) {
            squaredDistances[j] = Math.sqrt(squaredDistances[j]);
        }
        double sum = 0;
        for (int j = first; j < squaredDistances.length; j++) {
            sum += squaredDistances[j];
        }
        return sum;
    }
}
