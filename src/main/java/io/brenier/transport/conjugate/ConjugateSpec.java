package io.brenier.transport.conjugate;

/** Settings of a conjugate solver. */
public sealed interface ConjugateSpec permits LbfgsSpec, AdamConjugateSpec, NoConjugateSpec {}
