package io.brenier.models.registry;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A model as the registry holds it.
 *
 * @param owner who alone may see and change it, and publish into it
 * @param dimension d of R^d, which all its versions map
 * @param lastVersion the highest number ever given to a version; a deleted version's number is not given again
 * @param revision changes with every change of the description, the labels, the list of versions or the aliases
 */
public record StoredModel(
        String name,
        String owner,
        int dimension,
        String description,
        Map<String, String> labels,
        int lastVersion,
        UUID revision,
        Instant createdAt,
        Instant updatedAt) {}
