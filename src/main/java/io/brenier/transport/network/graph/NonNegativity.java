package io.brenier.transport.network.graph;

import ai.djl.ndarray.NDArray;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.Parameters;
import io.brenier.transport.network.graph.GraphBlock.Sign;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.TensorScope;
import java.util.List;

/** Keeps the weights on which convexity rests from being negative. */
final class NonNegativity {

    private final NetworkGraph graph;
    private final Parameters parameters;

    NonNegativity(NetworkGraph graph, Parameters parameters) {
        this.graph = graph;
        this.parameters = parameters;
    }

    /** W ← max(W, 0) for the weights that are projected. */
    void project() {
        if (!any(Sign.PROJECTED)) {
            return;
        }
        try (TensorScope scope = TensorScope.open()) {
            List<NDArray> views = parameters.views(parameters.values());
            for (int b = 0; b < views.size(); b++) {
                if (graph.blocks().get(b).sign() == Sign.PROJECTED) {
                    HostTransfer.copy(views.get(b).getNDArrayInternal().relu(), views.get(b));
                }
            }
            parameters.changed();
        }
    }

    /** Σ β ‖max(−W, 0)‖_F over the weights that are penalised. */
    double penalty() {
        double sum = 0;
        if (any(Sign.PENALIZED)) {
            try (TensorScope scope = TensorScope.open()) {
                List<NDArray> views = parameters.views(parameters.values());
                for (int b = 0; b < views.size(); b++) {
                    if (graph.blocks().get(b).sign() == Sign.PENALIZED) {
                        sum += graph.blocks().get(b).penalty() * norm(negativePart(views.get(b)));
                    }
                }
            }
        }
        return sum;
    }

    /** Adds −β max(−W, 0)/‖max(−W, 0)‖_F; nothing where no weight is negative. */
    void addPenaltyGradient(ParameterGradient gradient) {
        if (!any(Sign.PENALIZED)) {
            return;
        }
        try (TensorScope scope = TensorScope.open()) {
            List<NDArray> views = parameters.views(parameters.values());
            List<NDArray> slopes = parameters.views(gradient.values());
            for (int b = 0; b < views.size(); b++) {
                if (graph.blocks().get(b).sign() == Sign.PENALIZED) {
                    NDArray negative = negativePart(views.get(b));
                    double norm = norm(negative);
                    if (norm > 0) {
                        slopes.get(b).subi(negative.mul((float)
                                (graph.blocks().get(b).penalty() / norm)));
                    }
                }
            }
        }
    }

    private boolean any(Sign sign) {
        return graph.blocks().stream().anyMatch(block -> block.sign() == sign);
    }

    /** max(−W, 0). */
    private static NDArray negativePart(NDArray weight) {
        return weight.neg().getNDArrayInternal().relu();
    }

    private static double norm(NDArray part) {
        return Math.sqrt(HostTransfer.download(part.square().sum())[0]);
    }
}
