package io.brenier.training.solver.part;

import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Members;
import io.brenier.platform.wire.Words;
import io.brenier.training.solver.json.NetworkJson;
import io.brenier.transport.amortization.AmortizerSpec;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.NetworkSpec;
import io.brenier.transport.network.PotentialStart;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Amortizers on the wire: a network of a kind, or none. */
public final class Amortizers {

    private static final String NONE = "none";
    private static final Set<String> NONE_MEMBERS = Set.of("init");

    private Amortizers() {}

    public static boolean isNone(@Nullable NetworkJson asked) {
        return asked != null && NONE.equals(asked.type());
    }

    /** @param defaults of a map; of a potential the same */
    public static AmortizerSpec effective(@Nullable NetworkJson asked, MlpSpec defaults, String pointer) {
        if (asked == null || asked.type() == null || Networks.isMap(asked)) {
            return new AmortizerSpec.OfMap(Networks.map(asked, defaults, pointer));
        }
        if (isNone(asked)) {
            Members.requireTaken(asked, NONE, NONE_MEMBERS, pointer);
            return new AmortizerSpec.None(
                    Words.choose(PotentialStart.class, asked.init(), defaults.start(), pointer + "/init"));
        }
        return new AmortizerSpec.OfPotential(Potentials.effective(asked, defaults, pointer));
    }

    public static NetworkJson json(AmortizerSpec spec) {
        return switch (spec) {
            case AmortizerSpec.OfMap(MlpSpec network) -> Networks.mapJson(network);
            case AmortizerSpec.OfPotential(NetworkSpec network) -> Potentials.json(network);
            case AmortizerSpec.None(PotentialStart start) ->
                Filled.ofType(NONE).with("init", Words.wireName(start)).as(NetworkJson.class);
        };
    }
}
