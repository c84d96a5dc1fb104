package io.brenier.training.job;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job's place in the sweep that made it.
 *
 * @param sweep the sweep
 * @param ordinal which of its jobs, from 0
 * @param splitSeed from which the held-out split follows in all of its jobs, so that they are scored on the same samples
 * @param settings what sets the job apart: a grid's paths and values, or the members of a list's solver
 */
public record SweepPlace(UUID sweep, int ordinal, long splitSeed, Map<String, @Nullable Object> settings) {}
