package io.brenier.transport.conjugate;

/** No solver: the guess is taken for the argmin. */
public record NoConjugateSpec() implements ConjugateSpec {}
