package io.brenier.platform.limits;

/** A feature's word on how much it keeps for an owner; every feature that keeps large things has one. */
public interface StoredBytes {

    long of(String owner);
}
