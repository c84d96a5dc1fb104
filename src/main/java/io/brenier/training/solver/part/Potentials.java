package io.brenier.training.solver.part;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.platform.wire.Members;
import io.brenier.platform.wire.Words;
import io.brenier.training.solver.json.NetworkJson;
import io.brenier.transport.network.ActNormIcnnSpec;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.ConvexActivation;
import io.brenier.transport.network.DenseIcnnSpec;
import io.brenier.transport.network.HyCnnSpec;
import io.brenier.transport.network.IcgnSpec;
import io.brenier.transport.network.IcnnSpec;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.ModularSpec;
import io.brenier.transport.network.NetworkSpec;
import io.brenier.transport.network.PotentialNnSpec;
import io.brenier.transport.network.PotentialStart;
import io.brenier.transport.network.curve.SlopeActivation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Potentials of every kind of network on the wire. */
public final class Potentials {

    private static final String MLP = "mlp";
    private static final String ICNN = "icnn";
    private static final String ACT_NORM = "act-norm-icnn";
    private static final String DENSE = "dense-icnn";
    private static final String HYCNN = "hycnn";
    private static final String ICGN = "icgn";
    private static final String MODULAR = "modular";
    private static final String POTENTIAL_NN = "potential-nn";
    private static final List<String> TYPES = List.of(MLP, ICNN, ACT_NORM, DENSE, HYCNN, ICGN, MODULAR, POTENTIAL_NN);

    private static final double START_SCALE = 0.1;
    private static final int MODULES = 4;
    private static final int UNITS = 64;

    private Potentials() {}

    /** @param defaults of a perceptron; of the others, what they have in common with it */
    public static NetworkSpec effective(@Nullable NetworkJson asked, MlpSpec defaults, String pointer) {
        if (asked == null || asked.type() == null) {
            return Networks.potential(asked, defaults, pointer);
        }
        return switch (asked.type()) {
            case MLP -> Networks.potential(asked, defaults, pointer);
            case ICNN -> icnn(new Reading(asked, defaults, pointer));
            case ACT_NORM -> actNorm(new Reading(asked, defaults, pointer));
            case DENSE -> dense(new Reading(asked, defaults, pointer));
            case HYCNN -> hyCnn(new Reading(asked, defaults, pointer));
            case ICGN -> icgn(new Reading(asked, defaults, pointer));
            case MODULAR -> modular(new Reading(asked, defaults, pointer));
            case POTENTIAL_NN -> potentialNn(new Reading(asked, defaults, pointer));
            case "conv" -> throw Words.unsupported("conv", TYPES, pointer + "/type");
            default -> throw Words.notAllowed(asked.type(), TYPES, pointer + "/type");
        };
    }

    public static NetworkJson json(NetworkSpec spec) {
        return switch (spec) {
            case MlpSpec mlp -> Networks.potentialJson(mlp);
            case IcnnSpec icnn ->
                PositiveWeightings.fill(filled(ICNN, icnn), icnn.positiveWeights())
                        .with("hidden", icnn.hidden())
                        .with("activation", Words.wireName(icnn.activation()))
                        .with("rank", icnn.rank())
                        .with("start_scale", icnn.startScale())
                        .as(NetworkJson.class);
            case ActNormIcnnSpec icnn ->
                filled(ACT_NORM, icnn)
                        .with("hidden", icnn.hidden())
                        .with("activation", Words.wireName(icnn.activation()))
                        .with("act_norm", icnn.actNorm())
                        .with("start_scale", icnn.startScale())
                        .as(NetworkJson.class);
            case DenseIcnnSpec icnn ->
                PositiveWeightings.fill(filled(DENSE, icnn), icnn.positiveWeights())
                        .with("hidden", icnn.hidden())
                        .with("rank", icnn.rank())
                        .with("start_scale", icnn.startScale())
                        .as(NetworkJson.class);
            case HyCnnSpec hyCnn ->
                PositiveWeightings.fill(filled(HYCNN, hyCnn), hyCnn.positiveWeights())
                        .with("hidden", hyCnn.hidden())
                        .with("temperature", hyCnn.temperature())
                        .with("start_scale", hyCnn.startScale())
                        .as(NetworkJson.class);
            case IcgnSpec icgn ->
                filled(ICGN, icgn)
                        .with("units", icgn.units())
                        .with("activation", Words.wireName(icgn.activation()))
                        .with("quadrature_nodes", icgn.quadratureNodes())
                        .with("quadratic", icgn.quadratic())
                        .as(NetworkJson.class);
            case ModularSpec modular ->
                filled(MODULAR, modular)
                        .with("modules", modular.modules())
                        .with("units", modular.units())
                        .as(NetworkJson.class);
            case PotentialNnSpec network ->
                filled(POTENTIAL_NN, network)
                        .with("hidden", network.hidden())
                        .with("activation", Words.wireName(network.activation()))
                        .as(NetworkJson.class);
        };
    }

    private static Filled filled(String type, NetworkSpec spec) {
        return Filled.ofType(type).with("init", Words.wireName(spec.start()));
    }

    /** A request's network of a known type, with what is read alike for all. */
    private record Reading(NetworkJson asked, MlpSpec defaults, String pointer) {

        void requireTaken(String type, String... members) {
            Members.requireTaken(asked, type, Set.of(members), pointer);
        }

        List<Integer> hidden() {
            return Networks.hidden(asked, defaults.hidden(), pointer + "/hidden");
        }

        PotentialStart start() {
            return Networks.start(asked.init(), defaults.start(), pointer + "/init");
        }

        <E extends Enum<E>> E activation(Class<E> type, E usual) {
            return Words.choose(type, asked.activation(), usual, pointer + "/activation");
        }

        double startScale() {
            return or(asked.startScale(), START_SCALE);
        }
    }

    private static IcnnSpec icnn(Reading r) {
        r.requireTaken(
                ICNN, "hidden", "activation", "rank", "positive_weights", "positivity", "beta", "start_scale", "init");
        List<Integer> hidden = r.hidden();
        ConvexActivation activation = r.activation(ConvexActivation.class, ConvexActivation.ELU);
        var positive = PositiveWeightings.effective(r.asked(), r.pointer());
        return Given.checked(
                r.pointer(),
                () -> new IcnnSpec(hidden, activation, or(r.asked().rank(), 1), positive, r.startScale(), r.start()));
    }

    private static ActNormIcnnSpec actNorm(Reading r) {
        r.requireTaken(ACT_NORM, "hidden", "activation", "act_norm", "start_scale", "init");
        List<Integer> hidden = r.hidden();
        ConvexActivation activation = r.activation(ConvexActivation.class, ConvexActivation.ELU);
        return Given.checked(
                r.pointer(),
                () -> new ActNormIcnnSpec(
                        hidden, activation, or(r.asked().actNorm(), true), r.startScale(), r.start()));
    }

    private static DenseIcnnSpec dense(Reading r) {
        r.requireTaken(DENSE, "hidden", "rank", "positive_weights", "positivity", "beta", "start_scale", "init");
        List<Integer> hidden = r.hidden();
        var positive = PositiveWeightings.effective(r.asked(), r.pointer());
        return Given.checked(
                r.pointer(),
                () -> new DenseIcnnSpec(hidden, or(r.asked().rank(), 1), positive, r.startScale(), r.start()));
    }

    private static HyCnnSpec hyCnn(Reading r) {
        r.requireTaken(HYCNN, "hidden", "temperature", "positive_weights", "positivity", "beta", "start_scale", "init");
        List<Integer> hidden = r.hidden();
        var positive = PositiveWeightings.effective(r.asked(), r.pointer());
        return Given.checked(
                r.pointer(),
                () -> new HyCnnSpec(hidden, or(r.asked().temperature(), 1.0), positive, r.startScale(), r.start()));
    }

    private static IcgnSpec icgn(Reading r) {
        r.requireTaken(ICGN, "units", "activation", "quadrature_nodes", "quadratic", "init");
        SlopeActivation activation = r.activation(SlopeActivation.class, SlopeActivation.SIGMOID);
        return Given.checked(
                r.pointer(),
                () -> new IcgnSpec(
                        or(r.asked().units(), UNITS),
                        activation,
                        or(r.asked().quadratureNodes(), 0),
                        or(r.asked().quadratic(), true),
                        r.start()));
    }

    private static ModularSpec modular(Reading r) {
        r.requireTaken(MODULAR, "modules", "units", "init");
        return Given.checked(
                r.pointer(),
                () -> new ModularSpec(
                        or(r.asked().modules(), MODULES), or(r.asked().units(), UNITS), r.start()));
    }

    private static PotentialNnSpec potentialNn(Reading r) {
        r.requireTaken(POTENTIAL_NN, "hidden", "activation", "init");
        List<Integer> hidden = r.hidden();
        Activation activation = r.activation(Activation.class, r.defaults().activation());
        return Given.checked(r.pointer(), () -> new PotentialNnSpec(hidden, activation, r.start()));
    }
}
