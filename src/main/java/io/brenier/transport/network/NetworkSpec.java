package io.brenier.transport.network;

/** The kind and size of a potential's network. */
public sealed interface NetworkSpec
        permits MlpSpec, PotentialNnSpec, IcnnSpec, ActNormIcnnSpec, DenseIcnnSpec, HyCnnSpec, IcgnSpec, ModularSpec {

    /** The quadratic that the potential starts at: ½|x|² or that of the Gaussian map. */
    PotentialStart start();
}
