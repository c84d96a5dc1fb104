package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.checkpoint.CheckpointCodec;
import io.brenier.transport.dual.checkpoint.CheckpointContent;
import io.brenier.transport.dual.problem.NetworkPair;
import io.brenier.transport.network.Mlp;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a run stands, beside its networks, and both as a checkpoint. */
final class W2DualState {

    private static final String START_DUAL = "start.dual";
    private static final String BEST_DUAL = "best.dual";
    private static final String BEST_STEP = "best.step";
    private static final String ROLL_BACKS = "roll_backs.count";
    private static final String BLOW_UPS = "roll_backs.blow_ups";
    private static final String LAST_ROLL_BACK = "roll_backs.last_step";
    private static final String BEST_POTENTIAL = "best.potential";
    private static final String BEST_AMORTIZER = "best.amortizer";
    private static final String POTENTIAL = "potential.";
    private static final String AMORTIZER = "amortizer.";

    /** This part of what was gained since the start. */
    private static final double LUCK = 0.005;

    private final double startDual;
    private long step;
    private BestPair best;
    private RollBacks rollBacks;

    private W2DualState(double startDual, long step, BestPair best, RollBacks rollBacks) {
        this.startDual = startDual;
        this.step = step;
        this.best = best;
        this.rollBacks = rollBacks;
    }

    /** Before the first step: the start is the best so far. */
    static W2DualState begin(NetworkPair start, double startDual) {
        return new W2DualState(startDual, 0, new BestPair(start, startDual, 0), RollBacks.NONE);
    }

    long step() {
        return step;
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

    /** Keeps a pair if it is better than the best; ties go to the older. */
    void offer(NetworkPair pair, double dual) {
        if (dual < best.dual()) {
            best = new BestPair(pair, dual, step);
        }
    }

    /**
     * Keeps a pair at the end of a run if it is as good as the best, up to what held-out samples cannot tell: the best of many scores is
     * partly luck, the pair at a learning rate of almost nothing is not.
     */
    void offerLast(NetworkPair pair, double dual) {
        if (dual <= best.dual() + LUCK * (startDual - best.dual())) {
            best = new BestPair(pair, dual, step);
        }
    }

    void rolledBack(boolean blowUp) {
        rollBacks = rollBacks.after(step, blowUp);
    }

    Checkpoint checkpoint(W2DualNetworks networks, String fingerprint) {
        Map<String, float[]> arrays = new HashMap<>();
        networks.potentialLearner().state().forEach((name, values) -> arrays.put(POTENTIAL + name, values));
        networks.amortizerLearner().state().forEach((name, values) -> arrays.put(AMORTIZER + name, values));
        arrays.put(BEST_POTENTIAL, flat(best.pair().potential().mlp()));
        arrays.put(BEST_AMORTIZER, flat(best.pair().amortizer().mlp()));
        Map<String, Double> figures = Map.of(
                START_DUAL, startDual,
                BEST_DUAL, best.dual(),
                BEST_STEP, (double) best.step(),
                ROLL_BACKS, (double) rollBacks.count(),
                BLOW_UPS, (double) rollBacks.blowUps(),
                LAST_ROLL_BACK, (double) rollBacks.lastStep());
        return new Checkpoint(step, CheckpointCodec.encode(new CheckpointContent(step, fingerprint, figures, arrays)));
    }

    /**
     * The state in a checkpoint, and the networks set to it.
     *
     * @throws IllegalArgumentException if the checkpoint is damaged or of another problem
     */
    static W2DualState resume(Checkpoint checkpoint, W2DualNetworks networks, String fingerprint) {
        CheckpointContent content = read(checkpoint, fingerprint);
        networks.potentialLearner().restore(content.under(POTENTIAL));
        networks.amortizerLearner().restore(content.under(AMORTIZER));
        return new W2DualState(
                content.figure(START_DUAL),
                content.step(),
                new BestPair(bestOf(content, networks), content.figure(BEST_DUAL), (long) content.figure(BEST_STEP)),
                new RollBacks((int) content.figure(ROLL_BACKS), (int) content.figure(BLOW_UPS), (long)
                        content.figure(LAST_ROLL_BACK)));
    }

    /** The best pair in a checkpoint. */
    static NetworkPair bestIn(Checkpoint checkpoint, W2DualNetworks networks, String fingerprint) {
        return bestOf(read(checkpoint, fingerprint), networks);
    }

    private static CheckpointContent read(Checkpoint checkpoint, String fingerprint) {
        CheckpointContent content = CheckpointCodec.decode(checkpoint.content());
        if (!content.fingerprint().equals(fingerprint)) {
            throw new IllegalArgumentException(
                    "The checkpoint is of another problem: its samples, spec or seed differ from those given.");
        }
        return content;
    }

    private static NetworkPair bestOf(CheckpointContent content, W2DualNetworks networks) {
        return networks.pair(content.array(BEST_POTENTIAL), content.array(BEST_AMORTIZER));
    }

    /** All parameters; none where there is no network. */
    private static float[] flat(@Nullable Mlp network) {
        return network == null ? new float[0] : network.flatten();
    }
}
