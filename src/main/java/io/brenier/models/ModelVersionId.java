package io.brenier.models;

/** A version of a model. */
public record ModelVersionId(String name, int version) {}
