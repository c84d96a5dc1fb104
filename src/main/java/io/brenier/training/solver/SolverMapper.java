package io.brenier.training.solver;

import io.brenier.training.solver.json.SolverJson;
import io.brenier.transport.dual.SolverSpec;
import java.util.Set;

/** One solver type on the wire. A new one is such a class, and its place in {@link SolverSpecs}' list. */
interface SolverMapper<S extends SolverSpec> {

    /** The solver's place in a request. */
    String ROOT = "/solver";

    /** As in {@code solver.type}. */
    String type();

    /** What it is, in one or two sentences, for the document. */
    String description();

    Class<S> spec();

    /** Names on the wire of the members that it takes beside {@code type}; all others are refused before {@link #effective}. */
    Set<String> members();

    /**
     * What is given, and the defaults for the rest.
     *
     * @throws io.brenier.platform.ProblemException unsupported or invalid_spec, with a pointer into the request
     */
    S effective(SolverJson asked, SampleSizes sizes);

    /** Every member that the type takes filled in. */
    SolverJson json(S spec);

    /**
     * Refuses what cannot be carried out with the samples that there are.
     *
     * @param trainingRows points of the smaller set, those held out left aside
     * @throws io.brenier.platform.ProblemException invalid_spec, with a pointer into the request
     */
    default void requireFitting(S spec, long trainingRows) {}

    default SolverJson jsonOf(SolverSpec spec) {
        return json(spec().cast(spec));
    }

    default void requireFittingOf(SolverSpec spec, long trainingRows) {
        requireFitting(spec().cast(spec), trainingRows);
    }
}
