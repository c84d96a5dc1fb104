package io.brenier.platform.storage.object;

import java.time.Instant;

/**
 * One object of a listing.
 *
 * @param key its name
 * @param size in bytes
 * @param storedAt when, by the store's own clock
 */
public record StoredObject(String key, long size, Instant storedAt) {}
