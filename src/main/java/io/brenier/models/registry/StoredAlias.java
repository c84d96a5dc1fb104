package io.brenier.models.registry;

import java.time.Instant;
import java.util.UUID;

/** A name that points to one version of a model at a time; its revision changes whenever it is set. */
public record StoredAlias(String model, String alias, int version, UUID revision, Instant updatedAt) {}
