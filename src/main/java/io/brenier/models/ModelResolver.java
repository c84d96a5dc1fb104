package io.brenier.models;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the version of a model that a request means. */
public interface ModelResolver {

    /** The alias that a request means which names neither a version nor an alias, where the model has it; otherwise the newest version is meant. */
    String DEFAULT_ALIAS = "latest";

    /**
     * The version meant.
     *
     * @param version its number, or null
     * @param alias an alias of it, or null; not both
     * @throws io.brenier.platform.ProblemException model_not_found, version_not_found or alias_not_found; invalid_request if both are given
     */
    ResolvedModel resolve(String model, @Nullable Integer version, @Nullable String alias);

    /** Where a version comes from, as its archive tells: what it learned from, its solver and seed. Imported ones may say anything. */
    Map<String, Object> provenance(ResolvedModel version);
}
