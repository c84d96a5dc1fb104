package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.TrainingListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers what it hears, and stops the run after some steps. */
class RecordingListener implements TrainingListener {

    private final long stopAfter;
    private long asked;
    final List<Checkpoint> checkpoints = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    final Map<Long, Map<String, Double>> metrics = new LinkedHashMap<>();
    final List<Long> progress = new ArrayList<>();

    RecordingListener() {
        this(Long.MAX_VALUE);
    }

    RecordingListener(long stopAfter) {
        this.stopAfter = stopAfter;
    }

    @Override
    public void onProgress(long completed, long total) {
        progress.add(completed);
    }

    @Override
    public void onMetrics(long step, Map<String, Double> values) {
        metrics.computeIfAbsent(step, _ -> new LinkedHashMap<>()).putAll(values);
    }

    @Override
    public void onCheckpoint(Checkpoint checkpoint) {
        checkpoints.add(checkpoint);
    }

    @Override
    public void onWarning(String message) {
        warnings.add(message);
    }

    @Override
    public boolean shouldStop() {
        return asked++ == stopAfter;
    }
}
