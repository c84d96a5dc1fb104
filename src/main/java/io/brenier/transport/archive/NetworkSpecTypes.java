package io.brenier.transport.archive;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.brenier.transport.network.ActNormIcnnSpec;
import io.brenier.transport.network.DenseIcnnSpec;
import io.brenier.transport.network.HyCnnSpec;
import io.brenier.transport.network.IcgnSpec;
import io.brenier.transport.network.IcnnSpec;
import io.brenier.transport.network.ModularSpec;
import io.brenier.transport.network.PotentialNnSpec;

/** The wire names of the kinds of networks, mixed into {@link io.brenier.transport.network.NetworkSpec}, which knows no JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = IcnnSpec.class, name = "icnn"),
    @JsonSubTypes.Type(value = ActNormIcnnSpec.class, name = "act-norm-icnn"),
    @JsonSubTypes.Type(value = DenseIcnnSpec.class, name = "dense-icnn"),
    @JsonSubTypes.Type(value = HyCnnSpec.class, name = "hycnn"),
    @JsonSubTypes.Type(value = IcgnSpec.class, name = "icgn"),
    @JsonSubTypes.Type(value = ModularSpec.class, name = "modular"),
    @JsonSubTypes.Type(value = PotentialNnSpec.class, name = "potential-nn")
})
interface NetworkSpecTypes {}
