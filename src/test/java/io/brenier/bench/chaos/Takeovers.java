package io.brenier.bench.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the deaths of workers cost: the time until another went on, and the work that it had to do again. */
final class Takeovers {

    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> repeated = new ArrayList<>();
    private int never;

    static Takeovers of(List<Kill> kills, Database database) throws SQLException {
        Takeovers takeovers = new Takeovers();
        for (Kill kill : kills) {
            Optional<Instant> next = database.nextAttempt(kill);
            if (next.isPresent()) {
                takeovers.seconds.add(between(kill.at(), next.get()));
                takeovers.repeated.add(between(database.safeUntil(kill), kill.at()));
            } else {
                // It had written its end just before it died.
                takeovers.never++;
            }
        }
        Collections.sort(takeovers.seconds);
        Collections.sort(takeovers.repeated);
        return takeovers;
    }

    /** Whether there were as many as asked for, or nearly: some jobs end before they can be killed. */
    boolean enough(int asked) {
        return 2 * seconds.size() >= asked;
    }

    boolean within(Duration bar) {
        return seconds.isEmpty() || seconds.getLast() <= bar.toSeconds();
    }

    boolean repeatedWithin(Duration bar) {
        return repeated.isEmpty() || repeated.getLast() <= bar.toMillis() / 1e3;
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("kills_of_a_working_worker", seconds.size() + never);
        figures.put("ended_all_the_same", never);
        figures.put("takeover_seconds", quantiles(seconds));
        figures.put("repeated_seconds", quantiles(repeated));
        return figures;
    }

    private static Map<String, Double> quantiles(List<Double> sorted) {
        Map<String, Double> quantiles = new LinkedHashMap<>();
        if (!sorted.isEmpty()) {
            quantiles.put("median", sorted.get((sorted.size() - 1) / 2));
            quantiles.put("p95", sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1));
            quantiles.put("most", sorted.getLast());
            quantiles.put(
                    "sum", sorted.stream().mapToDouble(Double::doubleValue).sum());
        }
        return quantiles;
    }

    private static double between(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 1e3);
    }
}
