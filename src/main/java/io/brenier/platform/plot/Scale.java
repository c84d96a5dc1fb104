package io.brenier.platform.plot;

import java.util.List;

/** How the values of an axis are laid out along it. */
public sealed interface Scale permits LinearScale, LogScale {

    /** Where a value stands: 0 at the axis's start, 1 at its end. */
    double part(double value);

    /**
     * The marks, in ascending order.
     *
     * @param most about how many labels there is room for; at least 2
     */
    List<Tick> ticks(int most);
}
