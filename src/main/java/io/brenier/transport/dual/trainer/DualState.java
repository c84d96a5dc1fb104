package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.checkpoint.CheckpointCodec;
import io.brenier.transport.dual.checkpoint.CheckpointContent;
import io.brenier.transport.optimizer.Plateau;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a run stands, beside its networks, and both as a checkpoint. */
final class DualState {

    private static final String START_DUAL = "start.dual";
    private static final String BEST_DUAL = "best.dual";
    private static final String BEST_STEP = "best.step";
    private static final String LEAST_DUAL = "least.dual";
    private static final String ROLL_BACKS = "roll_backs.count";
    private static final String BLOW_UPS = "roll_backs.blow_ups";
    private static final String LAST_ROLL_BACK = "roll_backs.last_step";
    private static final String SECONDS = "seconds";
    private static final String SCORES = "scores";
    private static final String PLATEAU_FIRST = "plateau.first";
    private static final String PLATEAU_LOWEST = "plateau.lowest";
    private static final String PLATEAU_IDLE = "plateau.idle";
    private static final String BEST_POTENTIAL = "best.potential";
    private static final String BEST_AMORTIZER = "best.amortizer";
    private static final String COUPLING = "coupling";
    private static final String POTENTIAL = "potential.";
    private static final String AMORTIZER = "amortizer.";
    private static final String RULE = "rule.";

    /** This part of what was gained since the start is less than held-out samples can tell. */
    private static final double LUCK = 0.005;
    /**
     * And by this part of it the dual of a sound run of many samples goes up and down: where ∇f is not yet monotone, the solver may miss the
     * largest of several maxima, and finds J too low.
     */
    private static final double TRUST = 0.1;

    /**
     * At most by this part of it may the last pair's dual be higher. What the draw explains is not enough: a few rows that a map sends far
     * away are missing from many resamples.
     */
    private static final double MOST_GRANTED = 0.02;

    private final double startDual;
    private final double trust;
    private long step;
    private double seconds;
    private int scores;
    private BestPair best;
    private double leastDual;
    private RollBacks rollBacks;
    /** Null without a patience. */
    private @Nullable Plateau plateau;

    private DualState(
            double startDual,
            double trust,
            long step,
            double seconds,
            int scores,
            BestPair best,
            double leastDual,
            RollBacks rollBacks,
            @Nullable Plateau plateau) {
        this.startDual = startDual;
        this.trust = trust;
        this.step = step;
        this.seconds = seconds;
        this.scores = scores;
        this.best = best;
        this.leastDual = leastDual;
        this.rollBacks = rollBacks;
        this.plateau = plateau;
    }

    /**
     * Before the first step: the start is the best so far.
     *
     * @param manySamples whether there are too many samples to learn them by heart: later pairs are then trusted over earlier ones
     * @param patience scores without a gain after which the run is on a plateau; 0: it never is
     */
    static DualState begin(double startDual, boolean manySamples, int patience) {
        return new DualState(
                startDual,
                trust(manySamples),
                0,
                0,
                0,
                new BestPair(PairParameters.START, startDual, 0),
                startDual,
                RollBacks.NONE,
                // From the start on, whose dual is sane: the first score of an unlucky network may be so high that
                // nothing after it counts.
                patience == 0 ? null : Plateau.watch(LUCK, patience).after(startDual));
    }

    long step() {
        return step;
    }

    /** Time spent, over all attempts. */
    double seconds() {
        return seconds;
    }

    void spent(double moreSeconds) {
        seconds += moreSeconds;
    }

    /** Scores taken on the way. */
    int scores() {
        return scores;
    }

    void scored() {
        scores++;
    }

    /** Watches one more score for a plateau. */
    void watch(double dual) {
        if (plateau != null) {
            plateau = plateau.after(dual);
        }
    }

    /** Whether as many scores as the patience allows brought no gain. */
    boolean isOnPlateau() {
        return plateau != null && plateau.isReached();
    }

    double startDual() {
        return startDual;
    }

    BestPair best() {
        return best;
    }

    RollBacks rollBacks() {
        return rollBacks;
    }

    void stepMade() {
        step++;
    }

    /** The least dual so far, of whatever pair. */
    double leastDual() {
        return leastDual;
    }

    /**
     * Keeps a pair if its dual is less than any before; of many samples, where later pairs are better unless a run comes apart, also if it is
     * higher by no more than duals go up and down.
     */
    void offer(PairParameters pair, double dual) {
        offer(pair, dual, trust);
    }

    /**
     * As {@link #offer} at the end of a run, where what held-out samples cannot tell is granted in any case: the best of many scores is
     * partly luck, the pair at a learning rate of almost nothing is not.
     *
     * @param isWorse whether the dual is higher than that of {@link #best} by more than the draw of held-out samples explains
     */
    void offerLast(PairParameters pair, double dual, boolean isWorse) {
        offer(pair, dual, Math.max(trust, LUCK));
        if (!isWorse && dual <= leastDual + MOST_GRANTED * (startDual - leastDual)) {
            best = new BestPair(pair, dual, step);
        }
    }

    /** Whether the average of the last weights is to be taken for the weights themselves: unless it is worse by more than luck. */
    boolean prefersAverage(double averagedDual, double dual) {
        double luck = LUCK * (startDual - Math.min(leastDual, dual));
        return averagedDual <= dual + luck || Double.isNaN(dual);
    }

    private void offer(PairParameters pair, double dual, double slack) {
        if (dual < leastDual || dual < leastDual + slack * (startDual - leastDual)) {
            best = new BestPair(pair, dual, step);
        }
        // Not by Math.min: nothing would be below a NaN.
        if (dual < leastDual) {
            leastDual = dual;
        }
    }

    private static double trust(boolean manySamples) {
        return manySamples ? TRUST : 0;
    }

    void rolledBack(boolean blowUp) {
        rollBacks = rollBacks.after(step, blowUp);
    }

    /**
     * @param rule state of the step's rule
     * @param coupledBy of the map that samples are coupled along; null where they are not
     */
    Checkpoint checkpoint(
            DualNetworks networks, Map<String, float[]> rule, float @Nullable [] coupledBy, String fingerprint) {
        Map<String, float[]> arrays = new HashMap<>();
        networks.potentialLearner().state().forEach((name, values) -> arrays.put(POTENTIAL + name, values));
        networks.amortizerLearner().state().forEach((name, values) -> arrays.put(AMORTIZER + name, values));
        rule.forEach((name, values) -> arrays.put(RULE + name, values));
        arrays.put(BEST_POTENTIAL, best.parameters().potential());
        arrays.put(BEST_AMORTIZER, best.parameters().amortizer());
        if (coupledBy != null) {
            arrays.put(COUPLING, coupledBy);
        }
        Map<String, Double> figures = new HashMap<>(Map.of(
                START_DUAL, startDual,
                SECONDS, seconds,
                SCORES, (double) scores,
                BEST_DUAL, best.dual(),
                LEAST_DUAL, leastDual,
                BEST_STEP, (double) best.step(),
                ROLL_BACKS, (double) rollBacks.count(),
                BLOW_UPS, (double) rollBacks.blowUps(),
                LAST_ROLL_BACK, (double) rollBacks.lastStep()));
        if (plateau != null) {
            figures.put(PLATEAU_FIRST, plateau.first());
            figures.put(PLATEAU_LOWEST, plateau.lowest());
            figures.put(PLATEAU_IDLE, (double) plateau.idle());
        }
        return new Checkpoint(step, CheckpointCodec.encode(new CheckpointContent(step, fingerprint, figures, arrays)));
    }

    /**
     * The state in a checkpoint, and the networks set to it.
     *
     * @param manySamples as at the beginning
     * @param patience of the run, which the fingerprint holds too: without one a checkpoint knows of no plateau, be it old or new
     * @throws IllegalArgumentException if it is not of such networks
     */
    static DualState resume(CheckpointContent content, DualNetworks networks, boolean manySamples, int patience) {
        networks.potentialLearner().restore(content.under(POTENTIAL));
        networks.amortizerLearner().restore(content.under(AMORTIZER));
        return new DualState(
                content.figure(START_DUAL),
                trust(manySamples),
                content.step(),
                content.figure(SECONDS),
                (int) content.figure(SCORES),
                new BestPair(bestOf(content), content.figure(BEST_DUAL), (long) content.figure(BEST_STEP)),
                // Before it was kept, the best pair was the one with the least dual.
                content.figures().getOrDefault(LEAST_DUAL, content.figure(BEST_DUAL)),
                new RollBacks((int) content.figure(ROLL_BACKS), (int) content.figure(BLOW_UPS), (long)
                        content.figure(LAST_ROLL_BACK)),
                patience == 0 ? null : plateauOf(content, patience));
    }

    /** The best pair in a checkpoint. */
    static PairParameters bestIn(Checkpoint checkpoint, String fingerprint) {
        return bestOf(read(checkpoint, fingerprint));
    }

    /** The parameters of the map that samples were coupled along; null where they were not, as before there were couplings. */
    static float @Nullable [] couplingIn(CheckpointContent content) {
        return content.arrays().get(COUPLING);
    }

    /** The state of the step's rule; empty where it has none, or is from before it had one. */
    static Map<String, float[]> ruleIn(CheckpointContent content) {
        return content.under(RULE);
    }

    /** @throws IllegalArgumentException if the checkpoint is damaged or of another problem */
    static CheckpointContent read(Checkpoint checkpoint, String fingerprint) {
        CheckpointContent content = CheckpointCodec.decode(checkpoint.content());
        if (!content.fingerprint().equals(fingerprint)) {
            throw new IllegalArgumentException(
                    "The checkpoint is of another problem: its samples, spec or seed differ from those given.");
        }
        return content;
    }

    private static Plateau plateauOf(CheckpointContent content, int patience) {
        int idle = (int) content.figure(PLATEAU_IDLE);
        return new Plateau(LUCK, patience, content.figure(PLATEAU_FIRST), content.figure(PLATEAU_LOWEST), idle);
    }

    private static PairParameters bestOf(CheckpointContent content) {
        return new PairParameters(content.array(BEST_POTENTIAL), content.array(BEST_AMORTIZER));
    }
}
